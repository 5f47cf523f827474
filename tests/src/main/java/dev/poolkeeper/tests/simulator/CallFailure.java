package dev.poolkeeper.tests.simulator;

import java.util.List;

/** A call that the appliance refuses or that failed. */
final class CallFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** One complaint of a validation; without an attribute it is about the whole. */
  record Complaint(String attribute, String message, Errno errno) {}

  private final Errno errno;
  private final transient List<Complaint> complaints;

  private CallFailure(Errno errno, String reason, List<Complaint> complaints) {
    super(reason, null, false, false);
    this.errno = errno;
    this.complaints = complaints;
  }

  /** The call was made and failed. */
  static CallFailure call(Errno errno, String reason) {
    return new CallFailure(errno, reason, List.of());
  }

  /** The arguments are not valid, or what they name does not exist. */
  static CallFailure invalid(String attribute, String message, Errno errno) {
    return new CallFailure(
        Errno.EINVAL, message, List.of(new Complaint(attribute, message, errno)));
  }

  static CallFailure unknownMethod(String method) {
    return new CallFailure(Errno.ENOMETHOD, method, List.of());
  }

  /** No row where {@code get} asks for one. */
  static CallFailure matchNotFound() {
    return new CallFailure(Errno.EINVAL, "MatchNotFound()", List.of());
  }

  Errno errno() {
    return errno;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  List<Complaint> complaints() {
    return complaints;
  }
}
