package io.robotocore.model;

/** A string, number, boolean, timestamp or blob. */
public final class SimpleShape extends Shape {

  SimpleShape(String name, ShapeType type, JsonObject facts) {
    super(name, type, facts);
  }
}
