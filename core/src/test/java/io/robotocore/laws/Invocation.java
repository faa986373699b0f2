package io.robotocore.laws;

/** A method as bytecode names it. */
record Invocation(String owner, String name, String descriptor) {

  /**
   * Whether this is an assertion. AssertJ's {@code assertThat…} is not: it only opens one, and the
   * compiler sees to it that its result is used.
   */
  boolean asserts() {
    return (owner.startsWith("org/assertj/") && !name.startsWith("assertThat"))
        || owner.startsWith("org/junit/jupiter/api/Assert")
        || (owner.startsWith("com/tngtech/archunit/") && name.equals("check"));
  }
}
