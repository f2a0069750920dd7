package org.gorrery.compiler.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.PcTable;
import org.gorrery.compiler.source.Position;

/// Numbers call sites. Those of a function are consecutive; sites of one line with the same live slots are one.
final class SiteTable {
    private final List<FuncInfo> functions = new ArrayList<>();
    private int[] siteFunction = new int[1024];
    private int[] siteLine = new int[1024];
    private int[] siteLive = new int[1024];
    private int count = 1;
    private final List<long[]> liveMaps = new ArrayList<>();
    private final Map<BitSet, Integer> liveIndex = new HashMap<>();
    private final SortedMap<Integer, Integer> faultOffsets = new TreeMap<>();
    private final Map<Long, Integer> known = new HashMap<>();
    private final Map<Fault, Integer> faults = new HashMap<>();
    private final Map<Integer, String> otherFiles = new HashMap<>();
    private int current;

    /// Site 0 belongs to nobody: a pc of 0 bytes is never one.
    SiteTable() {
        functions.add(new FuncInfo("", "", 0, 0, -1, true, "", List.of()));
        live(new BitSet());
    }

    /// Begins the next function; its sites follow.
    int begin(FuncInfo info) {
        current = functions.size();
        functions.add(info);
        known.clear();
        faults.clear();
        return current;
    }

    /// The site of a line with these live slots.
    int site(Position at, BitSet slots) {
        int live = live(slots);
        int line = at.line();
        if (at.file().equals(functions.get(current).file()) || at.line() == 0) {
            return known.computeIfAbsent((long) line << 32 | live, _ -> add(line, live));
        }
        int site = add(line, live);
        otherFiles.put(site, at.file());
        return site;
    }

    /// The site of a check for nil that stands for an access so many bytes behind the pointer.
    int faultSite(Position at, BitSet slots, int offset) {
        if (offset == 0) {
            return site(at, slots);
        }
        int live = live(slots);
        var key = new Fault(at, live, offset);
        return faults.computeIfAbsent(
                key,
                k -> {
                    int site = add(at.line(), live);
                    if (at.line() != 0 && !at.file().equals(functions.get(current).file())) {
                        otherFiles.put(site, at.file());
                    }
                    faultOffsets.put(site, offset);
                    return site;
                });
    }

    private record Fault(Position at, int live, int offset) {}

    private int live(BitSet slots) {
        var found = liveIndex.get(slots);
        if (found == null) {
            found = liveMaps.size();
            liveMaps.add(slots.toLongArray());
            liveIndex.put((BitSet) slots.clone(), found);
        }
        return found;
    }

    private int add(int line, int live) {
        if (count == siteLine.length) {
            siteFunction = Arrays.copyOf(siteFunction, count * 2);
            siteLine = Arrays.copyOf(siteLine, count * 2);
            siteLive = Arrays.copyOf(siteLive, count * 2);
        }
        siteFunction[count] = current;
        siteLine[count] = line;
        siteLive[count] = live;
        return count++;
    }

    /// The finished table.
    PcTable toPcTable(int[] thunkFunction) {
        return new PcTable(
                functions,
                Arrays.copyOf(siteFunction, count),
                Arrays.copyOf(siteLine, count),
                Arrays.copyOf(siteLive, count),
                liveMaps.toArray(long[][]::new),
                thunkFunction,
                otherFiles,
                faultOffsets.keySet().stream().mapToInt(Integer::intValue).toArray(),
                faultOffsets.values().stream().mapToInt(Integer::intValue).toArray());
    }
}
