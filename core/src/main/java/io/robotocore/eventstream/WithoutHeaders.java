package io.robotocore.eventstream;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import io.robotocore.protocol.Binding;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The members of an event that do not travel in the headers of its message.
 *
 * @param all the event with all its members
 */
record WithoutHeaders(Binding all) implements Binding {

  @Override
  public StructureShape shape() {
    return all.shape();
  }

  @Override
  public Object builder() {
    return all.builder();
  }

  @Override
  public void set(Object builder, Member member, Object value) {
    all.set(builder, member, value);
  }

  @Override
  public Object build(Object builder) {
    return all.build(builder);
  }

  @Override
  public void forEach(Object value, BiConsumer<Member, Object> consumer) {
    all.forEach(
        value,
        (member, content) -> {
          if (!member.eventHeader()) {
            consumer.accept(member, content);
          }
        });
  }

  @Override
  public Optional<Object> get(Object value, Member member) {
    return member.eventHeader() ? Optional.empty() : all.get(value, member);
  }

  @Override
  public Binding of(Member member) {
    return all.of(member);
  }
}
