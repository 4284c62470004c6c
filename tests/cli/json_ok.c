/* json_ok [PATH] - reads JSON from stdin. Exits 1 when it is not JSON or has nothing at PATH ("cues.0.kind"); prints what is there: a text as
 * it is, the number of items of a list or object, else the value. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const json_t *step(const json_t *at, const char *name)
{
    return json_is_array(at) ? json_array_get(at, strtoul(name, NULL, 10)) : json_object_get(at, name);
}

static void print(const json_t *at)
{
    if (json_is_string(at))
        puts(json_string_value(at));
    else if (json_is_array(at))
        printf("%zu\n", json_array_size(at));
    else if (json_is_object(at))
        printf("%zu\n", json_object_size(at));
    else if (json_is_integer(at))
        printf("%" JSON_INTEGER_FORMAT "\n", json_integer_value(at));
    else if (json_is_real(at))
        printf("%.17g\n", json_real_value(at));
    else
        puts(json_is_true(at) ? "true" : json_is_false(at) ? "false" : "null");
}

int main(int argc, char **argv)
{
    json_error_t error;
    json_t *root = json_loadf(stdin, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        fprintf(stderr, "not JSON: line %d: %s\n", error.line, error.text);
        return 1;
    }
    const json_t *at = root;
    for (char *name = argc > 1 ? strtok(argv[1], ".") : NULL; name && at; name = strtok(NULL, "."))
        at = step(at, name);
    if (at)
        print(at);
    else
        fprintf(stderr, "there is no %s\n", argv[1]);
    json_decref(root);
    return at ? 0 : 1;
}
