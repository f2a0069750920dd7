package org.gorrery.abi;

import java.util.Arrays;
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
/// @param faultSites sites of checks for nil whose access lies behind the start of what is pointed to, ascending
/// @param faultOffsets by index in `faultSites`, its bytes from the start
public record PcTable(
        List<FuncInfo> functions,
        int[] siteFunction,
        int[] siteLine,
        int[] siteLive,
        long[][] liveMaps,
        int[] thunkFunction,
        Map<Integer, String> otherFiles,
        int[] faultSites,
        int[] faultOffsets) {
    private static final int[] NONE = {};

    /// A table of sites that all lie in their functions' files.
    public PcTable(
            List<FuncInfo> functions,
            int[] siteFunction,
            int[] siteLine,
            int[] siteLive,
            long[][] liveMaps,
            int[] thunkFunction) {
        this(
                functions,
                siteFunction,
                siteLine,
                siteLive,
                liveMaps,
                thunkFunction,
                Map.of(),
                NONE,
                NONE);
    }

    /// Copies the map.
    public PcTable {
        otherFiles = Map.copyOf(otherFiles);
    }

    /// Bytes from a nil pointer to the access that its check at `site` stands for.
    public int faultOffset(int site) {
        int i = Arrays.binarySearch(faultSites, site);
        return i < 0 ? 0 : faultOffsets[i];
    }
}
