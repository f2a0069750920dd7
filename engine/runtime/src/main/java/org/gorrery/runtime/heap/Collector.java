package org.gorrery.runtime.heap;

/// The collector of a run, as the heap knows it: somebody to hand on to those who ask the heap for it.
public interface Collector {}
