package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Shape;

/** What lists and maps contain in the end. */
final class Leaf {

  private Leaf() {}

  /** The shape inside of all lists and maps of a shape. */
  static Shape of(Shape shape) {
    Shape leaf = shape;
    while (true) {
      if (leaf instanceof ListShape list) {
        leaf = list.member().target();
      } else if (leaf instanceof MapShape map) {
        leaf = map.value().target();
      } else {
        return leaf;
      }
    }
  }
}
