package org.gorrery.formats.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.input.Growing;
import org.gorrery.formats.profile.Profile.Columns;
import org.jspecify.annotations.Nullable;

/// Collects the parts of a [Profile].
///
/// Strings are interned to ids first; functions, locations and samples refer to ids and indices handed out here. Labels
/// and lines belong to the sample or location added last. Not shared between threads; [#build] may be called once.
public final class ProfileBuilder {
    private final Map<String, Integer> stringIds = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private final Growing.Ints functionName = new Growing.Ints(64);
    private final Growing.Ints functionSystemName = new Growing.Ints(64);
    private final Growing.Ints functionFile = new Growing.Ints(64);
    private final Growing.Longs functionStartLine = new Growing.Longs(64);
    private final Growing.Longs locationAddress = new Growing.Longs(64);
    private final Growing.Ints locationMapping = new Growing.Ints(64);
    private final Growing.Ints locationFolded = new Growing.Ints(64);
    private final Growing.Ints lineStart = new Growing.Ints(64);
    private final Growing.Ints lineFunction = new Growing.Ints(64);
    private final Growing.Longs lineNumber = new Growing.Longs(64);
    private final Growing.Ints lineColumn = new Growing.Ints(64);
    private final Growing.Ints stackStart = new Growing.Ints(64);
    private final Growing.Ints stack = new Growing.Ints(1024);
    private final Growing.Longs values = new Growing.Longs(256);
    private final Growing.Ints labelStart = new Growing.Ints(64);
    private final Growing.Ints labelKey = new Growing.Ints(16);
    private final Growing.Ints labelString = new Growing.Ints(16);
    private final Growing.Longs labelNumber = new Growing.Longs(16);
    private final Growing.Ints labelUnit = new Growing.Ints(16);

    /// Starts an empty profile.
    public ProfileBuilder() {
        string("");
    }

    /// Interns a string.
    ///
    /// @param s any text
    /// @return its id; 0 for the empty text
    public int string(String s) {
        Integer known = stringIds.get(s);
        if (known != null) {
            return known;
        }
        int id = strings.size();
        strings.add(s);
        stringIds.put(s, id);
        return id;
    }

    /// {@return the text of an interned string}
    /// @param id from [#string]
    public String text(int id) {
        return strings.get(id);
    }

    /// Adds a mapping.
    ///
    /// @param mapping the range
    /// @return its index
    public int mapping(Mapping mapping) {
        mappings.add(mapping);
        return mappings.size() - 1;
    }

    /// Adds a function.
    ///
    /// @param name string id of the shown name
    /// @param systemName string id of the linker's name
    /// @param file string id of the source file
    /// @param startLine first line, or 0
    /// @return its index
    public int function(int name, int systemName, int file, long startLine) {
        functionName.add(name);
        functionSystemName.add(systemName);
        functionFile.add(file);
        functionStartLine.add(startLine);
        return functionName.size() - 1;
    }

    /// Adds a function that has one name only.
    ///
    /// @param name its name
    /// @param file its source file, or empty
    /// @return its index
    public int function(String name, String file) {
        int n = string(name);
        return function(n, n, string(file), 0);
    }

    /// Adds a location without lines.
    ///
    /// @param address machine address, or 0
    /// @param mapping index of its mapping, or -1
    /// @param folded whether several addresses were folded into it
    /// @return its index
    public int location(long address, int mapping, boolean folded) {
        locationAddress.add(address);
        locationMapping.add(mapping);
        locationFolded.add(folded ? 1 : 0);
        lineStart.add(lineFunction.size());
        return locationAddress.size() - 1;
    }

    /// Adds a line to the location added last, from the innermost inlined call outwards.
    ///
    /// @param function index of the function
    /// @param line line in its file, or 0
    /// @param column column, or 0
    public void line(int function, long line, int column) {
        lineFunction.add(function);
        lineNumber.add(line);
        lineColumn.add(column);
    }

    /// Adds a sample without labels.
    ///
    /// @param locations indices of locations, leaf first
    /// @param depth how many of them count
    /// @param sampleValues one value per sample type
    /// @return its index
    public int sample(int[] locations, int depth, long... sampleValues) {
        stackStart.add(stack.size());
        labelStart.add(labelKey.size());
        for (int i = 0; i < depth; i++) {
            stack.add(locations[i]);
        }
        for (long v : sampleValues) {
            values.add(v);
        }
        return stackStart.size() - 1;
    }

    /// Adds a label to the sample added last.
    ///
    /// @param key string id of the key
    /// @param text string id of the value, or -1 for a number
    /// @param number numeric value
    /// @param unit string id of the unit
    public void label(int key, int text, long number, int unit) {
        labelKey.add(key);
        labelString.add(text);
        labelNumber.add(number);
        labelUnit.add(unit);
    }

    /// Adds a label to the sample added last.
    ///
    /// @param key its name
    /// @param text its value, or null for a number
    /// @param number numeric value
    /// @param unit unit of the number, or empty
    public void label(String key, @Nullable String text, long number, String unit) {
        label(string(key), text == null ? -1 : string(text), number, string(unit));
    }

    /// {@return how many locations were added}
    public int locations() {
        return locationAddress.size();
    }

    /// {@return how many functions were added}
    public int functions() {
        return functionName.size();
    }

    /// {@return how many samples were added}
    public int samples() {
        return stackStart.size();
    }

    /// Makes the profile.
    ///
    /// @param head what the profile says about itself; its number of sample types is that of the values given
    /// @return an immutable profile
    public Profile build(ProfileHead head) {
        lineStart.add(lineFunction.size());
        stackStart.add(stack.size());
        labelStart.add(labelKey.size());
        boolean[] folded = new boolean[locationFolded.size()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = locationFolded.get(i) != 0;
        }
        return new Profile(
                head,
                mappings,
                new Columns(
                        strings.toArray(new String[0]),
                        functionName.toArray(),
                        functionSystemName.toArray(),
                        functionFile.toArray(),
                        functionStartLine.toArray(),
                        locationAddress.toArray(),
                        locationMapping.toArray(),
                        folded,
                        lineStart.toArray(),
                        lineFunction.toArray(),
                        lineNumber.toArray(),
                        lineColumn.toArray(),
                        stackStart.toArray(),
                        stack.toArray(),
                        values.toArray(),
                        labelStart.toArray(),
                        labelKey.toArray(),
                        labelString.toArray(),
                        labelNumber.toArray(),
                        labelUnit.toArray()));
    }

    /// Copies tables of another profile (strings, mappings, functions) into this empty builder, so that their indices
    /// stay the same; locations and samples are left to the caller.
    ///
    /// @param from the other profile
    /// @return this builder
    ProfileBuilder tablesOf(Profile from) {
        Columns c = from.columns();
        strings.clear();
        stringIds.clear();
        for (String s : c.strings()) {
            stringIds.putIfAbsent(s, strings.size());
            strings.add(s);
        }
        mappings.addAll(from.mappings());
        for (int i = 0; i < from.functions(); i++) {
            function(
                    c.functionName()[i],
                    c.functionSystemName()[i],
                    c.functionFile()[i],
                    c.functionStartLine()[i]);
        }
        return this;
    }

    /// Copies a sample's labels to the sample added last; both profiles share their string ids.
    ///
    /// @param from the profile the tables were copied from
    /// @param sample index of its sample
    void labelsOf(Profile from, int sample) {
        Columns c = from.columns();
        for (int i = c.labelStart()[sample]; i < c.labelStart()[sample + 1]; i++) {
            label(c.labelKey()[i], c.labelString()[i], c.labelNumber()[i], c.labelUnit()[i]);
        }
    }

    /// Reads the values of a sample into an array.
    ///
    /// @param from a profile
    /// @param sample index of its sample
    /// @return one value per sample type
    static long[] valuesOf(Profile from, int sample) {
        int n = from.head().sampleTypes().size();
        return Arrays.copyOfRange(from.columns().values(), sample * n, sample * n + n);
    }
}
