#!/bin/sh
# Sends one triage request (JSON) to Denba and prints what a health worker has to know first.
# Needs curl and awk, nothing else.
#
#   sh client.sh cases/01-chw-call.json
#   DENBA_URL=http://127.0.0.1:8081 sh client.sh cases/01-chw-call.json
#
# Ends with 0 answered, 1 refused (the reasons are printed), 2 used wrongly, 3 no usable answer.
# Whatever it ends with: no answer never means "not ill".

url=${DENBA_URL:-http://127.0.0.1:8080}

if [ $# -ne 1 ]; then
  echo "usage: sh client.sh FILE   (a triage request, such as cases/01-chw-call.json)" >&2
  exit 2
fi
if [ ! -r "$1" ]; then
  echo "cannot read $1: check the name, and that it may be read" >&2
  exit 2
fi

# The answer, and its status on a line of its own after it. The service answers on one line.
answer=$(curl -s --max-time 30 -H 'Content-Type: application/json' --data-binary "@$1" \
  -w '\n%{http_code}\n' "$url/triage")
failed=$?
if [ $failed -ne 0 ]; then
  echo "no answer from $url (curl ended with $failed): is the service running?" >&2
  echo "Until it answers, go on with the paper chart." >&2
  exit 3
fi

printf '%s\n' "$answer" | awk '
  # The text after "key":" in s. A quote inside a JSON text has a backslash before it, so what a
  # client or a rule wrote can never be taken for a field.
  function text(s, key,    at, c, out) {
    at = index(s, "\"" key "\":\"")
    if (at == 0) return ""
    at += length(key) + 4
    out = ""
    while ((c = substr(s, at, 1)) != "\"" && c != "") {
      if (c == "\\") {
        c = substr(s, ++at, 1)
        if (c == "u") { at += 4; c = " " }
        if (c == "n" || c == "r" || c == "t" || c == "b" || c == "f") c = " "
      }
      out = out c
      at++
    }
    return out
  }
  function after(s, mark,    at) {
    at = index(s, mark)
    return at == 0 ? "" : substr(s, at + length(mark))
  }
  { line[NR] = $0 }
  END {
    status = line[NR]
    body = line[1]
    for (i = 2; i < NR; i++) body = body " " line[i]
    if (status == 200 && text(body, "urgency") != "" && text(body, "couldBe") != "") {
      open = after(body, "\"stillToAssess\":[")
      next_question = substr(open, 1, 1) == "{" ? text(open, "question") : ""
      print "urgency:  " text(body, "urgency")
      print "could be: " text(body, "couldBe")
      print "summary:  " text(body, "summary")
      print "next:     " (next_question == "" ? "-" : next_question)
      exit 0
    }
    if (status >= 400 && status < 500) {
      print "refused (" status "): " text(body, "detail")
      errors = after(body, "\"errors\":[")
      while (text(errors, "path") != "") {
        print "  " text(errors, "path") ": " text(errors, "message")
        errors = after(errors, "},")
      }
      exit 1
    }
    print "no usable answer (" status "): " text(body, "detail")
    print "Until it answers, go on with the paper chart."
    exit 3
  }'
