package org.teestriage.canary.web.pages;

/** Writes to standard streams, past the filters of the log. */
class Shouts {

    void print(Exception failed) {
        System.out.println("Look!");
        failed.printStackTrace();
    }
}
