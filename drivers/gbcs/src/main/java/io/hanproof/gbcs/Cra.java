package io.hanproof.gbcs;

/** Whether a message is a command, its response, or an alert: the CRA flag of the grouping header. */
public enum Cra {
    COMMAND(1),
    RESPONSE(2),
    ALERT(3);

    private final int flag;

    Cra(int flag) {
        this.flag = flag;
    }

    public int flag() {
        return flag;
    }
}
