package io.flowtide.functions.notifier;

/** Slack said no, for a reason that trying again does not change. */
final class SlackException extends ChannelException {

    private final boolean aboutTheFile;

    SlackException(String message, boolean aboutTheFile) {
        super(message);
        this.aboutTheFile = aboutTheFile;
    }

    /** Whether a message without a file may be taken all the same. */
    boolean isAboutTheFile() {
        return aboutTheFile;
    }
}
