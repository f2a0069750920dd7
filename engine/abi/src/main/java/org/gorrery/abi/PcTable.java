package org.gorrery.abi;

import java.util.List;

/// Everything known per call site. A pc is `layout.pcs + site`; sites of one function are consecutive.
///
/// @param functions all functions
/// @param siteFunction function index per site
/// @param siteLine source line per site
/// @param siteLive per site an index into `liveMaps`
/// @param liveMaps bit i of a map: the frame's slot i (at `sp + 8 + 8·i`) holds a live pointer; longs, low word first
/// @param thunkFunction function index per entry thunk
public record PcTable(
        List<FuncInfo> functions,
        int[] siteFunction,
        int[] siteLine,
        int[] siteLive,
        long[][] liveMaps,
        int[] thunkFunction) {}
