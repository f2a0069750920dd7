package org.gorrery.formats.input;

import java.util.Arrays;

/// A map from 64-bit keys to int values in two flat arrays, for ids of goroutines, locations, strings.
///
/// Open addressing, at most half full. Values must not be negative: -1 means absent. Not shared between threads.
public final class LongIndex {
    private long[] keys;
    private int[] values;
    private int size;

    /// Starts empty.
    ///
    /// @param expected keys that fit before the first growth
    public LongIndex(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, Math.min(expected, 1 << 28)) * 2 - 1) << 1;
        keys = new long[capacity];
        values = new int[capacity];
        Arrays.fill(values, -1);
    }

    /// {@return the value of a key, or -1}
    /// @param key any bits
    public int get(long key) {
        int mask = keys.length - 1;
        int i = slot(key, mask);
        while (values[i] >= 0) {
            if (keys[i] == key) {
                return values[i];
            }
            i = (i + 1) & mask;
        }
        return -1;
    }

    /// Sets the value of a key.
    ///
    /// @param key any bits
    /// @param value at least 0
    public void put(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int i = slot(key, mask);
        while (values[i] >= 0) {
            if (keys[i] == key) {
                values[i] = value;
                return;
            }
            i = (i + 1) & mask;
        }
        keys[i] = key;
        values[i] = value;
        size++;
    }

    /// {@return how many keys there are}
    public int size() {
        return size;
    }

    /// Forgets all keys.
    public void clear() {
        Arrays.fill(values, -1);
        size = 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        Arrays.fill(values, -1);
        int mask = keys.length - 1;
        for (int j = 0; j < oldKeys.length; j++) {
            if (oldValues[j] >= 0) {
                int i = slot(oldKeys[j], mask);
                while (values[i] >= 0) {
                    i = (i + 1) & mask;
                }
                keys[i] = oldKeys[j];
                values[i] = oldValues[j];
            }
        }
    }

    private static int slot(long key, int mask) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32 ^ h >>> 47) & mask;
    }
}
