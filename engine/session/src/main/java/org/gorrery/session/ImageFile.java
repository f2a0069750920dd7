package org.gorrery.session;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.FuncInfo;
import org.gorrery.abi.PcTable;
import org.gorrery.abi.ProgramImage;
import org.gorrery.target.Target;

/// A [ProgramImage] as bytes: its components in their order, lengths before contents, big-endian.
///
/// There is no version: what has been written by another build of the engine is never read (see [ImageCache]). A component
/// that is added to a record breaks the constructor call here, so that none is forgotten.
final class ImageFile {
    // What may be made without a look at how much is left to read
    private static final int FEW = 1000;

    private ImageFile() {}

    static void write(ProgramImage image, DataOutputStream out) throws IOException {
        write(image.target(), out);
        write(image.layout(), out);
        out.writeInt(image.classes().size());
        for (var e : image.classes().entrySet()) {
            out.writeUTF(e.getKey());
            bytes(e.getValue(), out);
        }
        out.writeUTF(image.codeClass());
        bytes(image.rodata(), out);
        bytes(image.itabs(), out);
        bytes(image.text(), out);
        bytes(image.data(), out);
        out.writeLong(image.dataBytes());
        out.writeInt(image.globals().size());
        for (var g : image.globals()) {
            out.writeUTF(g.name());
            out.writeLong(g.offset());
            out.writeInt(g.typeOffset());
        }
        ints(image.types(), out);
        out.writeInt(image.universeTypes().size());
        for (var e : image.universeTypes().entrySet()) {
            out.writeUTF(e.getKey());
            out.writeInt(e.getValue());
        }
        write(image.pcs(), out);
    }

    static ProgramImage read(DataInputStream in) throws IOException {
        return new ProgramImage(
                target(in),
                layout(in),
                classes(in),
                in.readUTF(),
                bytes(in),
                bytes(in),
                bytes(in),
                bytes(in),
                in.readLong(),
                globals(in),
                ints(in),
                universe(in),
                pcs(in));
    }

    private static void write(Target t, DataOutputStream out) throws IOException {
        out.writeUTF(t.goos());
        out.writeUTF(t.goarch());
        out.writeInt(t.wordBytes());
        out.writeInt(t.int64Align());
        out.writeBoolean(t.bigEndian());
        out.writeInt(t.pageBytes());
    }

    private static Target target(DataInputStream in) throws IOException {
        return new Target(
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                in.readInt(),
                in.readBoolean(),
                in.readInt());
    }

    private static void write(AddressLayout l, DataOutputStream out) throws IOException {
        out.writeInt(l.window());
        for (long address :
                new long[] {
                    l.text(),
                    l.pcs(),
                    l.itabs(),
                    l.rodata(),
                    l.data(),
                    l.stacks(),
                    l.heap(),
                    l.end(),
                    l.lowEnd()
                }) {
            out.writeLong(address);
        }
    }

    private static AddressLayout layout(DataInputStream in) throws IOException {
        return new AddressLayout(
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    /// How many things follow. A damaged file may say anything, and each takes a byte at least.
    private static int count(DataInputStream in) throws IOException {
        int n = in.readInt();
        if (n < 0 || n > FEW && n > in.available()) {
            throw new StreamCorruptedException("more than the file holds");
        }
        return n;
    }

    private static Map<String, byte[]> classes(DataInputStream in) throws IOException {
        int n = count(in);
        var classes = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < n; i++) {
            classes.put(in.readUTF(), bytes(in));
        }
        return classes;
    }

    private static List<ProgramImage.Global> globals(DataInputStream in) throws IOException {
        int n = count(in);
        var globals = new ArrayList<ProgramImage.Global>(n);
        for (int i = 0; i < n; i++) {
            globals.add(new ProgramImage.Global(in.readUTF(), in.readLong(), in.readInt()));
        }
        return globals;
    }

    private static Map<String, Integer> universe(DataInputStream in) throws IOException {
        int n = count(in);
        var universe = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < n; i++) {
            universe.put(in.readUTF(), in.readInt());
        }
        return universe;
    }

    private static void write(PcTable pcs, DataOutputStream out) throws IOException {
        out.writeInt(pcs.functions().size());
        for (var f : pcs.functions()) {
            out.writeUTF(f.name());
            out.writeUTF(f.file());
            out.writeInt(f.line());
            out.writeInt(f.frameBytes());
            out.writeInt(f.thunk());
            out.writeBoolean(f.wrapper());
            out.writeUTF(f.args());
            out.writeInt(f.objects().size());
            for (var o : f.objects()) {
                out.writeInt(o.offset());
                out.writeInt(o.bytes());
                out.writeInt(o.typeOffset());
                out.writeLong(o.pointers());
                out.writeUTF(o.name());
            }
        }
        ints(pcs.siteFunction(), out);
        ints(pcs.siteLine(), out);
        ints(pcs.siteLive(), out);
        out.writeInt(pcs.liveMaps().length);
        for (long[] map : pcs.liveMaps()) {
            out.writeInt(map.length);
            for (long word : map) {
                out.writeLong(word);
            }
        }
        ints(pcs.thunkFunction(), out);
        out.writeInt(pcs.otherFiles().size());
        for (var site : pcs.otherFiles().entrySet()) {
            out.writeInt(site.getKey());
            out.writeUTF(site.getValue());
        }
        ints(pcs.faultSites(), out);
        ints(pcs.faultOffsets(), out);
    }

    private static PcTable pcs(DataInputStream in) throws IOException {
        return new PcTable(
                functions(in),
                ints(in),
                ints(in),
                ints(in),
                liveMaps(in),
                ints(in),
                otherFiles(in),
                ints(in),
                ints(in));
    }

    private static Map<Integer, String> otherFiles(DataInputStream in) throws IOException {
        int n = count(in);
        var files = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < n; i++) {
            files.put(in.readInt(), in.readUTF());
        }
        return files;
    }

    private static List<FuncInfo> functions(DataInputStream in) throws IOException {
        int n = count(in);
        var functions = new ArrayList<FuncInfo>(n);
        for (int i = 0; i < n; i++) {
            functions.add(
                    new FuncInfo(
                            in.readUTF(),
                            in.readUTF(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readBoolean(),
                            in.readUTF(),
                            objects(in)));
        }
        return functions;
    }

    private static List<FuncInfo.FrameObject> objects(DataInputStream in) throws IOException {
        int n = count(in);
        var objects = new ArrayList<FuncInfo.FrameObject>(n);
        for (int i = 0; i < n; i++) {
            objects.add(
                    new FuncInfo.FrameObject(
                            in.readInt(), in.readInt(), in.readInt(), in.readLong(), in.readUTF()));
        }
        return objects;
    }

    private static long[][] liveMaps(DataInputStream in) throws IOException {
        var maps = new long[count(in)][];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = new long[count(in)];
            for (int k = 0; k < maps[i].length; k++) {
                maps[i][k] = in.readLong();
            }
        }
        return maps;
    }

    private static void bytes(byte[] b, DataOutputStream out) throws IOException {
        out.writeInt(b.length);
        out.write(b);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int n = count(in);
        byte[] b = in.readNBytes(n);
        if (b.length != n) {
            throw new StreamCorruptedException("ends early");
        }
        return b;
    }

    private static void ints(int[] values, DataOutputStream out) throws IOException {
        var b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.BIG_ENDIAN);
        b.asIntBuffer().put(values);
        bytes(b.array(), out);
    }

    private static int[] ints(DataInputStream in) throws IOException {
        var b = ByteBuffer.wrap(bytes(in)).order(ByteOrder.BIG_ENDIAN).asIntBuffer();
        int[] values = new int[b.remaining()];
        b.get(values);
        return values;
    }
}
