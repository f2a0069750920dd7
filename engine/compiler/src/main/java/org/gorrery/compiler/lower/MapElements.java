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

    private Value entry(MapType type, Value map, Rvalue key, boolean assign) {
        var descriptor = fn.descriptor(type);
        return switch (MapKeys.of(fn, type.key())) {
            case WORD64 ->
                    e.runtime(
                            assign ? Entry.MAPASSIGN64 : Entry.MAPACCESS64,
                            Word.P,
                            descriptor,
                            map,
                            MapKeys.asLong(key.word()));
            case WORD32 ->
                    e.runtime(
                            assign ? Entry.MAPASSIGN32 : Entry.MAPACCESS32,
                            Word.P,
                            descriptor,
                            map,
                            MapKeys.asInt(key.word()));
            case STRING ->
                    e.runtime(
                            assign ? Entry.MAPASSIGN_STR : Entry.MAPACCESS_STR,
                            Word.P,
                            descriptor,
                            map,
                            key.word(0),
                            key.word(1));
            case GENERAL ->
                    e.runtime(
                            assign ? Entry.MAPASSIGN : Entry.MAPACCESS,
                            Word.P,
                            descriptor,
                            map,
                            e.addressOf(key));
        };
    }

    Value assign(MapType type, Value map, Rvalue key) {
        return e.stable(entry(type, map, key, true));
    }

    /// A key that is only looked up.
    Rvalue lookedUp(Expr key, MapType type) {
        return fn.conversions.assign(TextViews.string(fn, key), type.key());
    }

    Rvalue index(MapType type, Value map, Rvalue key) {
        return indexOk(type, map, key).getFirst();
    }

    List<Rvalue> indexOk(MapType type, Value map, Rvalue key) {
        var entry = e.stable(entry(type, map, key, false));
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
