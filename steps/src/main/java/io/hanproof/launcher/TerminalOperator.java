package io.hanproof.launcher;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Operator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the person at the terminal, and tells now and then how long there is left to answer. */
final class TerminalOperator implements Operator {
    private static final Pattern NO = Pattern.compile("no?\\b[\\s,:-]*(?<why>.*)", Pattern.CASE_INSENSITIVE);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BETWEEN_REMINDERS = Duration.ofMinutes(1);

    private final Terminal terminal;
    private final InputStream in;
    private final InstantSource clock;
    private final Duration limit;
    private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final AtomicBoolean listening = new AtomicBoolean();

    /**
     * @param in what is typed
     * @param limit how long a person may take
     */
    TerminalOperator(Terminal terminal, InputStream in, InstantSource clock, Duration limit) {
        this.terminal = terminal;
        this.in = in;
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public void ask(Act act) {
        String typed = prompt(act, "press Enter when it is done, or type no and why", "|done|ok|yes|y|no?\\b.*");
        Matcher no = NO.matcher(typed);
        if (no.matches()) {
            throw new BenchFault("the operator said no to \"%s\": %s"
                    .formatted(act.text(), no.group("why").isEmpty() ? "no reason given" : no.group("why")));
        }
    }

    @Override
    public boolean confirm(Question question) {
        return !NO.matcher(prompt(question, "type yes or no", "yes|y|no?\\b.*")).matches();
    }

    /** What was typed, once it has one of the forms. */
    private synchronized String prompt(Request request, String how, String forms) {
        listen();
        lines.removeIf(Optional::isPresent); // what was typed before the question is no answer to it
        say("operator: %s - %s (%s left)".formatted(request.text(), how, Span.of(limit)));
        Instant end = clock.instant().plus(limit);
        Instant remind = clock.instant().plus(BETWEEN_REMINDERS);
        Pattern form = Pattern.compile(forms, Pattern.CASE_INSENSITIVE);
        while (clock.instant().isBefore(end)) {
            Optional<Optional<String>> heard = hear(request);
            if (heard.isPresent()) {
                String typed = heard.get().orElseThrow(() -> nobody(request)).strip();
                if (form.matcher(typed).matches()) {
                    return typed;
                }
                say("operator: %s, found %s".formatted(how, typed.isEmpty() ? "nothing" : typed));
            } else if (!clock.instant().isBefore(remind)) {
                remind = remind.plus(BETWEEN_REMINDERS);
                say("operator: %s - %s left"
                        .formatted(request.text(), Span.of(Duration.between(clock.instant(), end))));
            }
        }
        throw new BenchFault("the operator did not answer within %s: %s".formatted(limit, request.text()));
    }

    private BenchFault nobody(Request request) {
        lines.add(Optional.empty()); // so that the next question finds it, too
        return new BenchFault("nobody is at the terminal, what is typed has ended: " + request.text());
    }

    private Optional<Optional<String>> hear(Request request) {
        try {
            return Optional.ofNullable(lines.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while the operator was asked: " + request.text(), e);
        }
    }

    private void listen() {
        if (!listening.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("keyboard").start(this::read);
        }
    }

    /** A read cannot be given up, so that this thread may outlive everything. */
    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            // as at the end of what is typed: nobody is there
        }
        lines.add(Optional.empty());
    }

    private void say(String line) {
        terminal.err().println(line);
        terminal.err().flush();
    }
}
