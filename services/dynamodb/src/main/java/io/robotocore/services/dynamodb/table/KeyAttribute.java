package io.robotocore.services.dynamodb.table;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.Optional;

/** An attribute that is part of a key. */
public record KeyAttribute(String name, Type type) {

  /** The value of this attribute in an item, if there is one of the right type. */
  public Optional<Value.Scalar> in(Document item) {
    return item.get(name).filter(value -> value.type() == type).map(value -> (Value.Scalar) value);
  }
}
