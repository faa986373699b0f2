package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one structure shape are built and taken apart: as objects of the AWS SDK's
 * classes, or as documents.
 *
 * <p>Besides structures, values are the same everywhere: {@code String} (enums too), {@code Byte},
 * {@code Short}, {@code Integer}, {@code Long}, {@code Float}, {@code Double}, {@code Boolean},
 * {@code Instant}, {@code SdkBytes}, {@code Document}, {@code List} and {@code Map} with text keys.
 */
public interface Binding {

  /** The shape whose values these are. */
  StructureShape shape();

  /** Starts a new value. */
  Object builder();

  /** Sets a member of a value that is being built. */
  void set(Object builder, Member member, Object value);

  /** Starts a map inside of a value. */
  default Map<String, @Nullable Object> newMap() {
    return new LinkedHashMap<>();
  }

  /** The finished value. */
  Object build(Object builder);

  /** Hands over each member of a value that is set, in the model's order. */
  void forEach(Object value, BiConsumer<Member, Object> consumer);

  /** A member of a value, if it is set. */
  Optional<Object> get(Object value, Member member);

  /**
   * How the structures inside of a member are built: the member itself, or the elements of its
   * lists and maps.
   */
  Binding of(Member member);
}
