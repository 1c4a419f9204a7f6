package io.flowtide.local.template;

/** The template, or a parameter given to it, can't be used; the message says where and why. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TemplateException(String problem) {
        super(problem);
    }
}
