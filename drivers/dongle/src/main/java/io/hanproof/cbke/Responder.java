package io.hanproof.cbke;

import io.hanproof.lab.LiveTimeline;
import io.hanproof.octets.Eui64;
import java.util.random.RandomGenerator;

/** How a bench comes to link keys with devices that ask for them. */
public interface Responder {
    /** The one suite that it takes part in. */
    Suite suite();

    /** The responder's side of an exchange with one other device. */
    Answering answer(Eui64 peer, LiveTimeline timeline, KeyExchange.Ends ends);

    /**
     * By arithmetic of our own.
     *
     * @param chance draws the keys that are used once, so outside of tests it has to be a good one
     */
    static Responder onHost(DeviceCertificate own, RandomGenerator chance) {
        return new Responder() {
            @Override
            public Suite suite() {
                return own.suite();
            }

            @Override
            public Answering answer(Eui64 peer, LiveTimeline timeline, KeyExchange.Ends ends) {
                return new KeyExchange(new KeyEstablishment(own, peer, chance), timeline, ends);
            }
        };
    }

    /** By the arithmetic of somebody who keeps the private key to himself. */
    static Responder by(Coprocessor coprocessor) {
        return new CoprocessorResponder(
                coprocessor, Thread.ofPlatform().daemon().name("hanproof-key-establishment")::start);
    }
}
