package dev.poolkeeper.tests.simulator;

/** Error numbers of the appliance; the numbers depend on the operating system. */
enum Errno {
  ENOENT(2, 2),
  EACCES(13, 13),
  EFAULT(14, 14),
  EBUSY(16, 16),
  EEXIST(17, 17),
  EINVAL(22, 22),
  EAGAIN(11, 35),
  ENOTEMPTY(39, 66),
  ETOOMANYREFS(109, 59),
  ENOMETHOD(201, 201),
  ENOTAUTHENTICATED(207, 207);

  private final int linux;
  private final int freeBsd;

  Errno(int linux, int freeBsd) {
    this.linux = linux;
    this.freeBsd = freeBsd;
  }

  int linux() {
    return linux;
  }

  int freeBsd() {
    return freeBsd;
  }
}
