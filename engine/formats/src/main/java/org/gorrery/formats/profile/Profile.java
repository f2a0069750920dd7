package org.gorrery.formats.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A profile: stacks of locations with one value per sample type, in columns.
///
/// Samples, locations, functions and mappings are dense indices from 0. A stack is **leaf first**; the lines of a
/// location are **innermost inlined call first**, the last line is the function that owns the machine code. Immutable;
/// made by [ProfileBuilder]. Source: `profile.proto` of google/pprof.
public final class Profile {
    private final ProfileHead head;
    private final List<Mapping> mappings;
    private final Columns c;

    /// The columns, filled by the builder and never changed afterwards. `…Start` arrays have one entry more than rows.
    record Columns(
            String[] strings,
            int[] functionName,
            int[] functionSystemName,
            int[] functionFile,
            long[] functionStartLine,
            long[] locationAddress,
            int[] locationMapping,
            boolean[] locationFolded,
            int[] lineStart,
            int[] lineFunction,
            long[] lineNumber,
            int[] lineColumn,
            int[] stackStart,
            int[] stack,
            long[] values,
            int[] labelStart,
            int[] labelKey,
            int[] labelString,
            long[] labelNumber,
            int[] labelUnit) {}

    Profile(ProfileHead head, List<Mapping> mappings, Columns columns) {
        this.head = head;
        this.mappings = List.copyOf(mappings);
        this.c = columns;
    }

    Columns columns() {
        return c;
    }

    /// {@return what the profile says about itself}
    public ProfileHead head() {
        return head;
    }

    /// {@return the mappings; the first is the main binary}
    public List<Mapping> mappings() {
        return mappings;
    }

    /// {@return how many samples there are}
    public int samples() {
        return c.stackStart.length - 1;
    }

    /// {@return how many locations there are}
    public int locations() {
        return c.locationAddress.length;
    }

    /// {@return how many functions there are}
    public int functions() {
        return c.functionName.length;
    }

    /// Reads one value.
    ///
    /// @param sample index of the sample
    /// @param type index of the sample type
    /// @return the value, in the unit of the type
    public long value(int sample, int type) {
        return c.values[sample * head.sampleTypes().size() + type];
    }

    /// {@return how many locations a sample's stack has}
    /// @param sample index of the sample
    public int depth(int sample) {
        return c.stackStart[sample + 1] - c.stackStart[sample];
    }

    /// Reads one place of a stack.
    ///
    /// @param sample index of the sample
    /// @param i 0 for the leaf
    /// @return index of the location
    public int location(int sample, int i) {
        return c.stack[c.stackStart[sample] + i];
    }

    /// {@return the machine address of a location, 0 if unknown}
    /// @param location index of the location
    public long address(int location) {
        return c.locationAddress[location];
    }

    /// {@return the mapping of a location, or -1}
    /// @param location index of the location
    public int mapping(int location) {
        return c.locationMapping[location];
    }

    /// {@return whether several addresses were folded into this location}
    /// @param location index of the location
    public boolean folded(int location) {
        return c.locationFolded[location];
    }

    /// {@return how many lines (inlined calls and the owner) a location has; 0 if it has no symbols}
    /// @param location index of the location
    public int lines(int location) {
        return c.lineStart[location + 1] - c.lineStart[location];
    }

    /// Reads the function of a line.
    ///
    /// @param location index of the location
    /// @param i 0 for the innermost inlined call
    /// @return index of the function
    public int function(int location, int i) {
        return c.lineFunction[c.lineStart[location] + i];
    }

    /// Reads the line number of a line.
    ///
    /// @param location index of the location
    /// @param i 0 for the innermost inlined call
    /// @return line in the source file, 0 if unknown
    public long line(int location, int i) {
        return c.lineNumber[c.lineStart[location] + i];
    }

    /// Reads the column of a line.
    ///
    /// @param location index of the location
    /// @param i 0 for the innermost inlined call
    /// @return column in the source line, 0 if unknown
    public int column(int location, int i) {
        return c.lineColumn[c.lineStart[location] + i];
    }

    /// {@return a function's name as shown}
    /// @param function index of the function
    public String functionName(int function) {
        return c.strings[c.functionName[function]];
    }

    /// {@return a function's name as the linker knows it}
    /// @param function index of the function
    public String systemName(int function) {
        return c.strings[c.functionSystemName[function]];
    }

    /// {@return the source file of a function, or empty}
    /// @param function index of the function
    public String fileName(int function) {
        return c.strings[c.functionFile[function]];
    }

    /// {@return the line where a function starts, 0 if unknown}
    /// @param function index of the function
    public long startLine(int function) {
        return c.functionStartLine[function];
    }

    /// {@return the labels of a sample, in file order; a key may repeat}
    /// @param sample index of the sample
    public List<Label> labels(int sample) {
        int from = c.labelStart[sample];
        int to = c.labelStart[sample + 1];
        var result = new ArrayList<Label>(to - from);
        for (int i = from; i < to; i++) {
            int s = c.labelString[i];
            result.add(
                    new Label(
                            c.strings[c.labelKey[i]],
                            s < 0 ? null : c.strings[s],
                            c.labelNumber[i],
                            c.strings[c.labelUnit[i]]));
        }
        return result;
    }

    /// {@return whether a sample has labels at all}
    /// @param sample index of the sample
    public boolean hasLabels(int sample) {
        return c.labelStart[sample + 1] > c.labelStart[sample];
    }

    /// Adds up a column.
    ///
    /// @param type index of the sample type
    /// @return the plain sum over all samples
    public long total(int type) {
        long sum = 0;
        int n = head.sampleTypes().size();
        for (int i = type; i < c.values.length; i += n) {
            sum += c.values[i];
        }
        return sum;
    }

    /// Tells whether a sample was subtracted by a diff that keeps its base (`pprof -diff_base`).
    ///
    /// @param sample index of the sample
    /// @return whether it carries the label `pprof::base` = `true`
    public boolean isBase(int sample) {
        for (int i = c.labelStart[sample]; i < c.labelStart[sample + 1]; i++) {
            if (c.labelString[i] >= 0
                    && c.strings[c.labelKey[i]].equals(Label.BASE_KEY)
                    && c.strings[c.labelString[i]].equals("true")) {
                return true;
            }
        }
        return false;
    }

    /// A label of a sample: text or a number.
    ///
    /// @param key the label's name
    /// @param text its value, or null for a numeric label
    /// @param number its value when `text` is null
    /// @param unit unit of `number`, or empty
    public record Label(String key, @Nullable String text, long number, String unit) {
        /// Key of the label that marks the subtracted side of a diff.
        public static final String BASE_KEY = "pprof::base";

        @Override
        public String toString() {
            return key + ":" + (text != null ? text : number + unit);
        }
    }
}
