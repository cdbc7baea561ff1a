package org.teestriage.concern.facts;

public enum Channel {
    SOCIAL_NETWORK,
    TEXT_MESSAGE,
    MESSAGING_APP,
    EMAIL,
    ONLINE_CHAT,
    LIVESTREAM_COMMENTS,
    GAME_VOICE_CHAT,
    VIDEO_CALL,
    DATING_SITE,
    OTHER
}
