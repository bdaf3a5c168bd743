package io.hanproof.hub;

/**
 * What a device says of itself in the attributes of its OTA client.
 *
 * @param imageType its model
 */
public record ToldModel(int manufacturerCode, int imageType, long firmwareVersion) {}
