#include "home.h"

#include <stdio.h>

struct entity {
    const char *kind, *what, *name, *icon, *rest; /* rest: JSON, in Home Assistant's short words; ~ is unknot/NAME */
};

#define SEE(value) "\"stat_t\":\"~/status\",\"val_tpl\":\"{{ " value " }}\""
#define PRESS(command) "\"cmd_t\":\"~/command\",\"pl_prs\":\"" command "\""

static const struct entity entities[] = {
    {"sensor", "state", "State", "play-pause", SEE("value_json.state") ",\"json_attr_t\":\"~/status\""},
    {"sensor", "routine", "Routine", "human", SEE("value_json.title[:255]")},
    {"sensor", "step", "Step", "stairs", SEE("value_json.step[:255]")},
    {"sensor", "caption", "Caption", "subtitles-outline", SEE("value_json.caption[:255]")},
    {"sensor", "left", "Time left", "timer-sand",
     SEE("(value_json.length - value_json.position) | round(0)") ",\"unit_of_meas\":\"s\",\"dev_cla\":\"duration\""},
    {"binary_sensor", "asks", "Asks for a number", "numeric", SEE("'ON' if value_json.question == 'rate' else 'OFF'")},
    {"binary_sensor", "trouble", "Trouble", "alert",
     SEE("'ON' if value_json.trouble else 'OFF'") ",\"dev_cla\":\"problem\",\"ent_cat\":\"diagnostic\""},
    {"number", "volume", "Volume", "volume-high",
     SEE("(value_json.volume * 100) | round(0)") ",\"cmd_t\":\"~/command\",\"cmd_tpl\":\"volume {{ value | int }}\","
                                                 "\"min\":0,\"max\":100,\"unit_of_meas\":\"%\""},
    {"number", "rate", "Number", "numeric", "\"cmd_t\":\"~/command\",\"cmd_tpl\":\"press rate {{ value | int }}\",\"min\":0,\"max\":10"},
    {"button", "toggle", "Pause or go on", "play-pause", PRESS("toggle")},
    {"button", "ready", "Ready", "check", PRESS("press ready")},
    {"button", "next", "Next", "skip-next", PRESS("press next")},
    {"button", "again", "Again", "repeat", PRESS("press again")},
    {"button", "longer", "Longer", "timer-plus", PRESS("press longer")},
    {"button", "easier", "Easier", "feather", PRESS("press easier")},
    {"button", "harder", "Harder", "arm-flex", PRESS("press harder")},
    {"button", "switch", "The other side", "swap-horizontal", PRESS("press switch")},
    {"button", "stop", "Stop", "stop", PRESS("press stop")},
    {"button", "step-next", "Step after", "page-next", PRESS("step next")},
    {"button", "step-previous", "Step before", "page-previous", PRESS("step previous")},
};

void home_announce(struct broker *b)
{
    const char *name = b->where->name;
    char topic[200], payload[1024];
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        const struct entity *e = &entities[i];
        snprintf(topic, sizeof topic, "homeassistant/%s/unknot_%s/%s/config", e->kind, name, e->what);
        snprintf(payload, sizeof payload,
                 "{\"~\":\"unknot/%s\",\"name\":\"%s\",\"ic\":\"mdi:%s\",\"uniq_id\":\"unknot_%s_%s\",\"avty_t\":\"~/available\","
                 "\"dev\":{\"ids\":[\"unknot_%s\"],\"name\":\"unknot %s\",\"mf\":\"unknot\"},%s}",
                 name, e->name, e->icon, name, e->what, name, name, e->rest);
        broker_say(b, topic, payload, true);
    }
}
