package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function in lowered form, or one defined elsewhere (a native: no blocks). Identity is the object's.
public final class IrFunction {
    private final String name;
    private final String packagePath;
    private final Shape shape;
    private final boolean closure;
    private int pos;
    private final List<Local> locals = new ArrayList<>();
    private final List<Local> params = new ArrayList<>();
    private final List<ParamRole> roles = new ArrayList<>();
    private final List<SourceParam> sourceParams = new ArrayList<>();
    private final List<String> resultNames = new ArrayList<>();
    private final Map<Local, Allocation> allocations = new LinkedHashMap<>();
    private boolean keepsNothing;
    private @Nullable Local closureParam;
    private final List<FrameObject> frameObjects = new ArrayList<>();
    private final List<DebugVariable> debugVariables = new ArrayList<>();
    private @Nullable FrameObject statementObject;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Block recovered;
    private boolean wrapper;
    private String args = "";
    private @Nullable String nativeOwner;
    private @Nullable String nativeName;

    /// A function of that Go name (`main.f.func1`, `strings.(*Builder).Len`) in package `packagePath`.
    ///
    /// @param closure whether it takes its closure object as a parameter before the words of `shape`
    public IrFunction(String name, String packagePath, Shape shape, boolean closure) {
        this.name = name;
        this.packagePath = packagePath;
        this.shape = shape;
        this.closure = closure;
    }

    /// Name as Go shows it; for what only the compiler made, behind an `@` what tells it from others that Go names alike.
    public String name() {
        return name;
    }

    /// Name as programs and people see it.
    public String shownName() {
        int made = name.indexOf('@');
        return made < 0 ? name : name.substring(0, made);
    }

    /// Import path of its package: decides the class it goes to.
    public String packagePath() {
        return packagePath;
    }

    /// Parameter and result words.
    public Shape shape() {
        return shape;
    }

    /// Whether it takes a closure parameter.
    public boolean closure() {
        return closure;
    }

    /// Takes over the locals, parameters, frame objects and what is known of them from a function of the same shape.
    void adopt(IrFunction f) {
        locals.addAll(f.locals);
        params.addAll(f.params);
        roles.addAll(f.roles);
        sourceParams.addAll(f.sourceParams);
        resultNames.addAll(f.resultNames);
        allocations.putAll(f.allocations);
        frameObjects.addAll(f.frameObjects);
        closureParam = f.closureParam;
    }

    /// Position of the declaration.
    public int pos() {
        return pos;
    }

    /// Sets the position of the declaration.
    public void setPos(int position) {
        this.pos = position;
    }

    /// Makes a new local.
    public Local newLocal(Word word, String localName) {
        var local = new Local(locals.size(), word, localName);
        locals.add(local);
        return local;
    }

    /// Makes a new parameter, in order.
    public Local newParam(Word word, String paramName) {
        return newParam(word, paramName, ParamRole.VALUE);
    }

    /// Makes a new parameter, in order.
    public Local newParam(Word word, String paramName, ParamRole role) {
        var local = newLocal(word, paramName);
        params.add(local);
        roles.add(role);
        return local;
    }

    /// What the parameter of that index is.
    public ParamRole role(int param) {
        return roles.get(param);
    }

    /// Says what the call that sets `result` makes.
    public void noteAllocation(Local result, Allocation allocation) {
        allocations.put(result, allocation);
    }

    /// What calls make, by the local they set.
    public Map<Local, Allocation> allocations() {
        return allocations;
    }

    /// Says which words a parameter of the source comes as.
    public void noteParam(SourceParam param) {
        sourceParams.add(param);
    }

    /// The parameters that the source names.
    public List<SourceParam> sourceParams() {
        return sourceParams;
    }

    /// Names of the results that the words belong to, then of those in memory.
    public List<String> resultNames() {
        return resultNames;
    }

    /// Says that it keeps no pointer it is given, nor returns one, whatever its code looks like.
    public void setKeepsNothing() {
        keepsNothing = true;
    }

    /// Whether it is known by its declaration to keep no pointer it is given.
    public boolean keepsNothing() {
        return keepsNothing;
    }

    /// Makes the local that holds the closure object.
    public Local newClosureParam() {
        closureParam = newLocal(Word.P, "");
        return closureParam;
    }

    /// The local of the closure object, null where there is none.
    public @Nullable Local closureParam() {
        return closureParam;
    }

    /// Makes a new frame object.
    public FrameObject newFrameObject(
            String objectName, org.gorrery.compiler.types.@Nullable Type type, long bytes) {
        var object = new FrameObject(frameObjects.size(), objectName, type, bytes);
        frameObjects.add(object);
        return object;
    }

    /// Variables that a debugger shows, in the order of their declaration.
    public List<DebugVariable> debugVariables() {
        return debugVariables;
    }

    /// The frame object for the number of the statement at hand, null where no debugger looks.
    public @Nullable FrameObject statementObject() {
        return statementObject;
    }

    /// Sets [#statementObject].
    public void setStatementObject(FrameObject object) {
        statementObject = object;
    }

    /// Makes a new block; the first is the entry.
    public Block newBlock() {
        var block = new Block(blocks.size());
        blocks.add(block);
        return block;
    }

    /// All locals by index.
    public List<Local> locals() {
        return locals;
    }

    /// The parameters' locals.
    public List<Local> params() {
        return params;
    }

    /// All frame objects by index.
    public List<FrameObject> frameObjects() {
        return frameObjects;
    }

    /// All blocks by index; the first is the entry.
    public List<Block> blocks() {
        return blocks;
    }

    /// For a function with defer: where it goes on after a recovered panic (returns the result variables). All other
    /// blocks are covered by a handler that calls `handlePanic`. Null: no defer.
    public @Nullable Block recovered() {
        return recovered;
    }

    /// Marks the function as one with defer.
    public void setRecovered(Block block) {
        this.recovered = block;
    }

    /// In [#args] a pointer, in the order of the parameters.
    public static final char ARGS_POINTER = 'p';

    /// How tracebacks write the arguments: as [org.gorrery.abi.FuncInfo#args], but with [#ARGS_POINTER] for pointers; empty where
    /// that is not known.
    public String args() {
        return args;
    }

    /// Sets how tracebacks write the arguments.
    public void setArgs(String template) {
        this.args = template;
    }

    /// Whether tracebacks leave it out.
    public boolean wrapper() {
        return wrapper;
    }

    /// Marks it as made by the compiler.
    public void setWrapper() {
        this.wrapper = true;
    }

    /// Makes it a native: static method `method` of class `owner` (internal name).
    public void setNative(String owner, String method) {
        this.nativeOwner = owner;
        this.nativeName = method;
    }

    /// Internal name of the native's class, null for a compiled function.
    public @Nullable String nativeOwner() {
        return nativeOwner;
    }

    /// Name of the native's method.
    public @Nullable String nativeName() {
        return nativeName;
    }
}
