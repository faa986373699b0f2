package io.robotocore.service;

import io.robotocore.Fidelity;
import io.robotocore.model.OperationModel;
import io.robotocore.state.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A service that nobody has written typed code for: its requests and responses are documents, maps
 * from member name to value, as its API model describes them.
 *
 * <p>Values are {@code String} (enums too), {@code Integer}, {@code Long}, {@code Float}, {@code
 * Double}, {@code Boolean}, {@code Instant}, {@code SdkBytes}, {@code Document}, {@code List} and
 * {@code Map} with text keys.
 */
public interface DocumentService {

  /** How far a state of this service reaches. */
  Extent extent();

  /** Makes the state of an account and region that nobody has used. */
  State freshState();

  /** What answers to an operation are worth; empty if the service does not answer it. */
  Optional<Fidelity> fidelity(OperationModel operation);

  /** The tags that a state holds, if those are for everybody to look at. */
  default Optional<Tagged> tagged(Call call, State state) {
    return Optional.empty();
  }

  /**
   * Answers an operation.
   *
   * @param input the request, which satisfies the constraints of its model
   * @return the response
   * @throws DocumentError if the operation fails
   */
  Map<String, Object> answer(
      Call call, State state, OperationModel operation, Map<String, Object> input);

  /**
   * Lets the next event of a state happen that is due, and takes it out of its timetable.
   *
   * @param call has the account and region of the state and the service itself as principal
   * @return false when there is none
   */
  default boolean runDue(Call call, State state, Instant now) {
    return false;
  }
}
