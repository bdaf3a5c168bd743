package io.hanproof.duis;

/** Anything that passes between the DCC and a user, in either direction. */
public sealed interface UserMessage permits ServiceRequest, ServiceResponse, DccAlert, DeviceAlert, Incident {}
