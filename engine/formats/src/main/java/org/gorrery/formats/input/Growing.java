package org.gorrery.formats.input;

import java.util.Arrays;

/// Growing columns of primitive values; readers fill them, models keep the trimmed arrays.
///
/// Not shared between threads.
public final class Growing {
    private Growing() {}

    /// A column of ints.
    public static final class Ints {
        private int[] values;
        private int size;

        /// Starts an empty column.
        ///
        /// @param capacity values that fit before the first growth
        public Ints(int capacity) {
            values = new int[Math.max(4, capacity)];
        }

        /// Appends.
        ///
        /// @param value what to append
        public void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, values.length + (values.length >> 1) + 16);
            }
            values[size++] = value;
        }

        /// {@return the value at an index}
        /// @param index below [#size]
        public int get(int index) {
            return values[index];
        }

        /// Replaces a value.
        ///
        /// @param index below [#size]
        /// @param value the new value
        public void set(int index, int value) {
            values[index] = value;
        }

        /// {@return how many values there are}
        public int size() {
            return size;
        }

        /// Cuts the column.
        ///
        /// @param newSize at most [#size]
        public void truncate(int newSize) {
            size = newSize;
        }

        /// {@return a trimmed copy}
        public int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    /// A column of longs.
    public static final class Longs {
        private long[] values;
        private int size;

        /// Starts an empty column.
        ///
        /// @param capacity values that fit before the first growth
        public Longs(int capacity) {
            values = new long[Math.max(4, capacity)];
        }

        /// Appends.
        ///
        /// @param value what to append
        public void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, values.length + (values.length >> 1) + 16);
            }
            values[size++] = value;
        }

        /// {@return the value at an index}
        /// @param index below [#size]
        public long get(int index) {
            return values[index];
        }

        /// Replaces a value.
        ///
        /// @param index below [#size]
        /// @param value the new value
        public void set(int index, long value) {
            values[index] = value;
        }

        /// {@return how many values there are}
        public int size() {
            return size;
        }

        /// Cuts the column.
        ///
        /// @param newSize at most [#size]
        public void truncate(int newSize) {
            size = newSize;
        }

        /// {@return a trimmed copy}
        public long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
