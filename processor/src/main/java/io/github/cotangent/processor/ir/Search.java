package io.github.cotangent.processor.ir;

import java.util.List;

/**
 * Looks for something in a tree. Subclasses override the visits of the nodes where it may be, and
 * say there that it is {@link #found}.
 */
public abstract class Search extends Walker {

  private boolean isFound;

  /** It is here; what stands below need not be visited. */
  protected final Void found() {
    isFound = true;
    return null;
  }

  /** It is here, if that is true. */
  protected final void foundIf(boolean isHere) {
    isFound |= isHere;
  }

  /** True if it is in the expression. */
  public final boolean in(Expr e) {
    walk(e);
    return isFound;
  }

  /** True if it is in the statement. */
  public final boolean in(Stmt s) {
    walk(s);
    return isFound;
  }

  /** True if it is in one of the statements. */
  public final boolean in(List<? extends Stmt> ss) {
    walk(ss);
    return isFound;
  }
}
