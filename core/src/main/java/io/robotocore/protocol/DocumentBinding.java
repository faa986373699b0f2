package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.Shape;
import io.robotocore.model.StructureShape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Structures as documents: maps from member name to value.
 *
 * @param shape the shape of the structures
 */
public record DocumentBinding(StructureShape shape) implements Binding {

  @Override
  public Object builder() {
    return new LinkedHashMap<String, Object>();
  }

  @Override
  public void set(Object builder, Member member, Object value) {
    document(builder).put(member.name(), value);
  }

  @Override
  public Object build(Object builder) {
    return Collections.unmodifiableMap(document(builder));
  }

  @Override
  public void forEach(Object value, BiConsumer<Member, Object> consumer) {
    Map<String, Object> document = document(value);
    for (Member member : shape.members()) {
      Object content = document.get(member.name());
      if (content != null) {
        consumer.accept(member, content);
      }
    }
  }

  @Override
  public Optional<Object> get(Object value, Member member) {
    return Optional.ofNullable(document(value).get(member.name()));
  }

  @Override
  public Binding of(Member member) {
    Shape innermost = Leaf.of(member.target());
    return innermost instanceof StructureShape structure ? new DocumentBinding(structure) : this;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> document(Object value) {
    return (Map<String, Object>) value;
  }
}
