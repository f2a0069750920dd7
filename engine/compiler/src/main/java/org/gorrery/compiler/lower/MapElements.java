package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.MapType;

/// Elements of maps, read and written.
final class MapElements {
    private final Fn fn;
    private final Emitter e;

    MapElements(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    Value assign(MapType type, Value map, Rvalue key) {
        var keys = MapKeys.of(fn, type.key());
        return e.stable(entry(keys.assign, keys, type, map, key));
    }

    void delete(MapType type, Value map, Rvalue key) {
        var keys = MapKeys.of(fn, type.key());
        e.runtime(keys.delete, keys.arguments(e, fn.descriptor(type), map, key));
    }

    private Value entry(Entry entry, MapKeys keys, MapType type, Value map, Rvalue key) {
        return e.runtime(entry, Word.P, keys.arguments(e, fn.descriptor(type), map, key));
    }

    /// A key that is only looked up.
    Rvalue lookedUp(Expr key, MapType type) {
        return fn.conversions.assign(TextViews.string(fn, key), type.key());
    }

    Rvalue index(MapType type, Value map, Rvalue key) {
        return indexOk(type, map, key).getFirst();
    }

    List<Rvalue> indexOk(MapType type, Value map, Rvalue key) {
        var keys = MapKeys.of(fn, type.key());
        var entry = e.stable(entry(keys.access, keys, type, map, key));
        var found = e.newBlock();
        var missing = e.newBlock();
        var done = e.newBlock();
        var isFound = Emitter.bin(BinaryOp.NE, entry, Emitter.longConst(0));
        var elem = type.value();
        if (!fn.layout.inWords(elem)) {
            var object = e.tempObject(elem);
            var at = new Value.FrameAddress(object, 0);
            e.branch(isFound, found, missing);
            e.start(found);
            e.storeValue(Rvalue.inMemory(elem, entry, false), at, 0);
            e.jump(done);
            e.start(missing);
            e.clear(at, object.bytes(), fn.layout.hasPointers(elem));
            e.jump(done);
            e.start(done);
            return List.of(Rvalue.inMemory(elem, at, true), Rvalue.ofWord(BasicType.BOOL, isFound));
        }
        var locals = e.newLocals(elem, "");
        e.branch(isFound, found, missing);
        e.start(found);
        e.fillLocals(locals, e.loadValue(elem, entry, 0));
        e.jump(done);
        e.start(missing);
        e.fillLocals(locals, e.zero(elem));
        e.jump(done);
        e.start(done);
        return List.of(
                Rvalue.ofWords(elem, Emitter.reads(locals)),
                Rvalue.ofWord(BasicType.BOOL, isFound));
    }
}
