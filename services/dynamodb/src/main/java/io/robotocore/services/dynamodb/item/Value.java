package io.robotocore.services.dynamodb.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import software.amazon.awssdk.core.SdkBytes;

/** The value of an attribute. */
public sealed interface Value
    permits Value.Scalar, Value.Bool, Value.Null, Value.Elements, Value.Sequence, Document {

  /** Its type. */
  Type type();

  /** A value that has an order among its like, and can be in a key or a set. */
  sealed interface Scalar extends Value, Comparable<Scalar> {

    /** Numbers by their value, texts and binaries by their unsigned bytes, after their types. */
    @Override
    default int compareTo(Scalar other) {
      return ScalarOrder.compare(this, other);
    }
  }

  /** A string. */
  record Text(String text) implements Scalar {
    @Override
    public Type type() {
      return Type.S;
    }
  }

  /**
   * A number.
   *
   * @param number its value, without trailing zeros
   */
  record Num(BigDecimal number) implements Scalar {
    @Override
    public Type type() {
      return Type.N;
    }
  }

  /** Bytes. */
  record Binary(SdkBytes bytes) implements Scalar {
    @Override
    public Type type() {
      return Type.B;
    }

    byte[] array() {
      return bytes.asByteArrayUnsafe();
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Value {
    @Override
    public Type type() {
      return Type.BOOL;
    }
  }

  /** Nothing, said explicitly. */
  record Null() implements Value {
    @Override
    public Type type() {
      return Type.NULL;
    }
  }

  /**
   * A set of scalars of one type.
   *
   * @param type the type of the set
   * @param elements its elements, in their order
   */
  record Elements(Type type, SortedSet<Scalar> elements) implements Value {}

  /** A list. */
  record Sequence(List<Value> values) implements Value {
    @Override
    public Type type() {
      return Type.L;
    }
  }
}
