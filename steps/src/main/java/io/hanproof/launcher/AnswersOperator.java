package io.hanproof.launcher;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers from a file, so that nobody needs to be there. A line answers one request of its kind, in their order, as
 * {@code power-off: done} or {@code confirm: no, it is dark}; one that begins with {@code every} answers all that
 * follow.
 */
final class AnswersOperator implements Operator {
    private static final Pattern LINE = Pattern.compile("(?<every>every\\s+)?(?<kind>[^:\\s]+)\\s*:\\s*(?<answer>.+)");
    private static final Pattern ANSWER = Pattern.compile("(?<word>done|yes|no)\\b[\\s,:-]*(?<why>.*)");

    private final Path file;
    private final Map<Kind, Deque<Answer>> answers;

    /** @param every whether it stays for what is asked later */
    private record Answer(boolean every, boolean yes, String why) {}

    private AnswersOperator(Path file, Map<Kind, Deque<Answer>> answers) {
        this.file = file;
        this.answers = answers;
    }

    /** @throws UsageFault when the file cannot be read, or has lines that are no answers */
    static AnswersOperator in(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UsageFault(
                    "--answers: %s cannot be read (%s)"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
        var answers = new EnumMap<Kind, Deque<Answer>>(Kind.class);
        var mistakes = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int number = i + 1;
                take(line, answers).ifPresent(it -> mistakes.add("%s:%d: %s".formatted(file, number, it)));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UsageFault("--answers: " + String.join("\n", mistakes));
        }
        return new AnswersOperator(file, answers);
    }

    /** Empty when the line is an answer; else what is wrong with it. */
    private static Optional<String> take(String line, Map<Kind, Deque<Answer>> answers) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.of("a line needs KIND: ANSWER, found " + line);
        }
        Optional<Kind> kind = Kind.named(parts.group("kind"));
        if (kind.isEmpty()) {
            List<String> names = Arrays.stream(Kind.values()).map(Kind::text).toList();
            return Optional.of("a line needs one of %s, found %s%s"
                    .formatted(
                            String.join(", ", names),
                            parts.group("kind"),
                            Suggestion.nearest(parts.group("kind"), names)
                                    .map(it -> ", did you mean %s?".formatted(it))
                                    .orElse("")));
        }
        String yes = kind.get() == Kind.CONFIRM ? "yes" : "done";
        Matcher answer = ANSWER.matcher(parts.group("answer").strip());
        boolean said = answer.matches() && List.of(yes, "no").contains(answer.group("word"));
        if (!said) {
            return Optional.of("an answer to %s needs %s or no with its reason, found %s"
                    .formatted(kind.get().text(), yes, parts.group("answer")));
        }
        answers.computeIfAbsent(kind.get(), it -> new ArrayDeque<>())
                .add(new Answer(
                        parts.group("every") != null, answer.group("word").equals(yes), answer.group("why")));
        return Optional.empty();
    }

    @Override
    public void ask(Act act) {
        Answer answer = next(act);
        if (!answer.yes()) {
            throw new BenchFault("%s says no to \"%s\": %s"
                    .formatted(file, act.text(), answer.why().isEmpty() ? "no reason given" : answer.why()));
        }
    }

    @Override
    public boolean confirm(Question question) {
        return next(question).yes();
    }

    private synchronized Answer next(Request request) {
        Deque<Answer> left = answers.getOrDefault(request.kind(), new ArrayDeque<>());
        Answer answer = left.peekFirst();
        if (answer == null) {
            throw new BenchFault("%s has no answer to %s left: %s (it has some to %s)"
                    .formatted(file, request.kind().text(), request.text(), kinds()));
        }
        if (!answer.every()) {
            left.removeFirst();
        }
        return answer;
    }

    private String kinds() {
        String kinds = answers.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey().text())
                .collect(Collectors.joining(", "));
        return kinds.isEmpty() ? "nothing" : kinds;
    }
}
