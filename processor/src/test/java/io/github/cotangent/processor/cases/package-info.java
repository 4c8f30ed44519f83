/**
 * The case corpus: every folder under {@code src/test/resources/cases} is one case, every file
 * under {@code errors} one refusal.
 *
 * <p>{@link io.github.cotangent.processor.cases.CaseFolder} reads a case, {@link
 * io.github.cotangent.processor.cases.CompiledCases} compiles many in one run of javac, {@link
 * io.github.cotangent.processor.cases.RunCheck} holds the generated code against the primal,
 * against differences and against itself. Start with {@code CasesTest}.
 */
package io.github.cotangent.processor.cases;
