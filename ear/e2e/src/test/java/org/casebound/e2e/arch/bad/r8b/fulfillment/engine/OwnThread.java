package org.casebound.e2e.arch.bad.r8b.fulfillment.engine;

class OwnThread {
  void run(Runnable work) {
    new Thread(work).start();
  }
}
