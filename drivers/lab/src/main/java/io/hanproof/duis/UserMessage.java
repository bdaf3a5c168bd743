package io.hanproof.duis;

/** Anything that crosses the DCC User Interface, in either direction. */
public sealed interface UserMessage permits ServiceRequest, ServiceResponse, DccAlert, DeviceAlert {}
