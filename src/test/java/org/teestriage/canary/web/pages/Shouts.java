package org.teestriage.canary.web.pages;

/** Text past the log and its care for personal data. */
class Shouts {

    void shout(Exception failed) {
        System.out.println("Look!");
        failed.printStackTrace();
    }
}
