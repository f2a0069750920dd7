package org.gorrery.abi;

import java.util.List;
import java.util.Map;

/// Everything known per call site. A pc is [AddressLayout#pcOf] of a site; sites of one function are consecutive.
///
/// @param functions all functions
/// @param siteFunction function index per site
/// @param siteLine source line per site
/// @param siteLive per site an index into `liveMaps`
/// @param liveMaps bit i of a map: the frame's slot i (at `sp + 8 + 8·i`) holds a live pointer; longs, low word first
/// @param thunkFunction function index per entry thunk
/// @param otherFiles by site, the file where a line directive makes it another than the function's
public record PcTable(
        List<FuncInfo> functions,
        int[] siteFunction,
        int[] siteLine,
        int[] siteLive,
        long[][] liveMaps,
        int[] thunkFunction,
        Map<Integer, String> otherFiles) {
    /// A table of sites that all lie in their functions' files.
    public PcTable(
            List<FuncInfo> functions,
            int[] siteFunction,
            int[] siteLine,
            int[] siteLive,
            long[][] liveMaps,
            int[] thunkFunction) {
        this(functions, siteFunction, siteLine, siteLive, liveMaps, thunkFunction, Map.of());
    }

    /// Copies the map.
    public PcTable {
        otherFiles = Map.copyOf(otherFiles);
    }
}
