package org.gorrery.compiler.syntax;

/// The tokens of Go (Go spec, "Lexical elements"), with their text and, for binary operators, their precedence (1 lowest to 5; 0: none).
public enum Token {
    EOF("EOF"),
    NAME("name"),
    LITERAL("literal"),
    ADD("+", 4),
    SUB("-", 4),
    MUL("*", 5),
    QUO("/", 5),
    REM("%", 5),
    AND("&", 5),
    OR("|", 4),
    XOR("^", 4),
    SHL("<<", 5),
    SHR(">>", 5),
    AND_NOT("&^", 5),
    ADD_ASSIGN("+="),
    SUB_ASSIGN("-="),
    MUL_ASSIGN("*="),
    QUO_ASSIGN("/="),
    REM_ASSIGN("%="),
    AND_ASSIGN("&="),
    OR_ASSIGN("|="),
    XOR_ASSIGN("^="),
    SHL_ASSIGN("<<="),
    SHR_ASSIGN(">>="),
    AND_NOT_ASSIGN("&^="),
    LAND("&&", 2),
    LOR("||", 1),
    ARROW("<-"),
    INC("++"),
    DEC("--"),
    EQL("==", 3),
    LSS("<", 3),
    GTR(">", 3),
    NEQ("!=", 3),
    LEQ("<=", 3),
    GEQ(">=", 3),
    ASSIGN("="),
    NOT("!"),
    TILDE("~"),
    DEFINE(":="),
    ELLIPSIS("..."),
    LPAREN("("),
    LBRACK("["),
    LBRACE("{"),
    COMMA(","),
    PERIOD("."),
    RPAREN(")"),
    RBRACK("]"),
    RBRACE("}"),
    SEMICOLON(";"),
    COLON(":"),
    BREAK("break"),
    CASE("case"),
    CHAN("chan"),
    CONST("const"),
    CONTINUE("continue"),
    DEFAULT("default"),
    DEFER("defer"),
    ELSE("else"),
    FALLTHROUGH("fallthrough"),
    FOR("for"),
    FUNC("func"),
    GO("go"),
    GOTO("goto"),
    IF("if"),
    IMPORT("import"),
    INTERFACE("interface"),
    MAP("map"),
    PACKAGE("package"),
    RANGE("range"),
    RETURN("return"),
    SELECT("select"),
    STRUCT("struct"),
    SWITCH("switch"),
    TYPE("type"),
    VAR("var");

    private final String text;
    private final int precedence;

    Token(String text) {
        this(text, 0);
    }

    Token(String text, int precedence) {
        this.text = text;
        this.precedence = precedence;
    }

    /// The token as written in source.
    public String text() {
        return text;
    }

    /// Binding strength as a binary operator, 1 to 5; 0 for what is none.
    public int precedence() {
        return precedence;
    }

    /// The binary operator that an assignment operation, `++` or `--` does.
    ///
    /// @throws IllegalArgumentException for any other token
    public Token ofAssignment() {
        return switch (this) {
            case ADD_ASSIGN, INC -> ADD;
            case SUB_ASSIGN, DEC -> SUB;
            case MUL_ASSIGN -> MUL;
            case QUO_ASSIGN -> QUO;
            case REM_ASSIGN -> REM;
            case AND_ASSIGN -> AND;
            case OR_ASSIGN -> OR;
            case XOR_ASSIGN -> XOR;
            case SHL_ASSIGN -> SHL;
            case SHR_ASSIGN -> SHR;
            case AND_NOT_ASSIGN -> AND_NOT;
            default -> throw new IllegalArgumentException("no assignment operation: " + this);
        };
    }
}
