package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in flows, rules and calendars is named where it stands, with a way to mend it. */
class WholeFormatMistakesTest {
  private static final BundleReader READER = new BundleReader();
  private static final String VALID = TestBundles.text(TestBundles.EVERYTHING);

  /** What is exchanged in the bundle that uses everything, and what must then be said. The first character that is wrong is marked with ^. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        // Triggers
        broken("when: created, condition", "when: ^deleted, condition", "'deleted' is not one of the permitted values."),
        broken("$record.priority != 'LOW'", "$record.^prio != 'LOW'", "'prio' is not known here. Did you mean 'priority'?"),
        broken("$record.priority != 'LOW'", "$record.priority != ^'SLOW'", "record.priority is never 'SLOW'. Did you mean 'LOW'?"),
        broken("$record.priority != 'LOW'", "$^prior.priority != 'LOW'", "'prior' is not known here."),
        broken("$record.priority != 'LOW'", "^$recrod.priority != 'LOW'", "The sign '$' has no meaning here."),
        broken("$record.priority != 'LOW'", "^$record.priority", "The expression gives a text, but true or false is needed here."),
        broken("!has($prior.amount)", "!has($prior.^amonut)", "'amonut' is not known here. Did you mean 'amount'?"),
        broken("$prior.kind != 'old'", "$prior.kind != ^'olds'", "prior.kind is never 'olds'. Did you mean 'old'?"),
        broken("condition: $record.priority != 'LOW', order: 10", "order: 10, ^becomesTrue: true", "A record that was just created had no condition before."),
        broken("trigger: { when: updated, start: async }", "trigger: { when: updated, ^becomesTrue: true }", "There is no condition that could become true."),
        broken("{ after: -P2D, from: request.validFrom }", "{ after: ^-P2D }", "A flow can not start before the change that starts it."),
        broken("{ after: -P2D, from: request.validFrom }", "{ after: ^P, from: request.validFrom }", "This is not a duration."),
        broken("{ after: -P2D, from: request.validFrom }", "{ after: ^P4000D, from: request.validFrom }", "This must be at most 3660 days."),
        broken("{ after: -P2D, from: request.validFrom }", "{ after: -P2D, from: ^request.amount }", "The expression gives a number, but a date or time is needed here."),
        broken("start: async", "start: ^soon", "'soon' has the wrong form."),
        broken("order: 20", "order: ^2001", "2001 is more than 2000."),
        // Rows
        broken("{ name: urgent, type: Toggle }", "{ name: urgent, type: Toggle, ^min: 1 }", "A Toggle has no min."),
        broken("type: DisplayText, description: Name every card.", "type: DisplayText, description: Name every card., ^required: true", "A DisplayText has no value, so it has no required."),
        broken("{ name: hint, type: DisplayText, description: Name every card. }", "^{ name: hint, type: DisplayText }", "A DisplayText shows its description, and this one has none."),
        broken("- { name: notes, type: ListOfString, max: 3, visibleWhen: request.urgent && size(request.cards) > 1 }", "- ^{ name: notes, type: Map }", "A Map needs columns."),
        broken("{ name: notes, type: ListOfString, max: 3,", "{ name: notes, type: Text, ^columns: [{ name: a, type: Text }],", "A Text has no columns."),
        broken("{ name: notes, type: ListOfString, max: 3,", "{ name: notes, type: ListOfString, max: ^1.5,", "A number of rows must be a whole number from 0."),
        broken("{ name: limit, type: Currency, min: 1, default: 100 }", "{ name: ^number, type: Currency, min: 1, default: 100 }", "The attribute 'number' is here twice."),
        broken("{ name: limit, type: Currency, min: 1, default: 100 }", "{ name: limit, type: Currency, min: 1, default: ^0 }", "The default does not fit"),
        broken("{ name: limit, type: Currency, min: 1, default: 100 }", "{ name: limit, type: ^ListOfMaps }", "'ListOfMaps' is not one of the permitted values."),
        broken("visibleWhen: request.urgent &&", "visibleWhen: request.^urgnet &&", "'urgnet' is not known here. Did you mean 'urgent'?"),
        broken("visibleWhen: request.urgent &&", "visibleWhen: ^case.subject == '' &&", "'case' is not known here."),
        broken("visibleWhen: request.urgent && size(request.cards) > 1", "visibleWhen: ^size(request.cards)", "The expression gives a whole number, but true or false is needed here."),
        broken("visibleWhen: request.urgent &&", "visibleWhen: request.kind == ^'olds' &&", "request.kind is never 'olds'. Did you mean 'old'?"),
        broken("{ name: urgent, type: Toggle }", "{ name: urgent, type: Toggle, visibleWhen: size(request.^cards) > 1 }", "'cards' is not known here."),
        broken("visibleWhen: request.urgent && size(request.cards) > 1", "visibleWhen: \"request.cards.exists(card, card.^limt > 1)\"", "'limt' is not known here. Did you mean 'limit'?"),
        broken("visibleWhen: request.urgent && size(request.cards) > 1", "visibleWhen: \"request.cards.all(card, card.number ^> 1)\"", "'>' can not be used with a text and a whole number."),
        // References
        broken("type: Queue, default: back_office }", "type: Queue, default: ^back_ofice }", "There is no queue 'back_ofice'."),
        broken("{ name: earlier, type: Lookup }", "{ name: earlier, type: Lookup, ^default: C-00000001 }", "What a request refers to has no default."),
        broken("{ name: receipt, type: Attachment }", "{ name: bill, type: ^Attachment }", "'bill' needs a document of its name"),
        broken("{ name: receipt, mediaTypes", "{ name: receipt, required: ^true, mediaTypes", "The attribute 'receipt' says whether it is required."),
        broken("{ name: earlier, type: Lookup }", "{ name: earlier, type: Lookup, ^max: 2 }", "A Lookup has no max."),
        broken("{ name: limit, type: Currency, min: 1, default: 100 }", "{ name: limit, type: ^Queue }", "'Queue' is not one of the permitted values."),
        broken("size(request.cards) > 1", "request.^photos == ''", "'photos' is not known here."),
        // Flows and variables
        broken("fulfillmentFlow: Main", "fulfillmentFlow: ^Sum", "'Sum' is an autolaunched flow: it runs only inside others."),
        broken("label: Sum\n    autolaunched: true", "label: Sum\n    autolaunched: true\n    ^trigger: { when: created }", "An autolaunched flow has no trigger"),
        broken("- name: Soon", "- name: ^Main_undo", "This is the name of the flow that undoes 'Main'."),
        broken("{ name: note, type: Text }", "{ name: note, type: ^Txt }", "'Txt' is not one of the permitted values. Did you mean 'Text'?"),
        broken("{ name: note, type: Text }", "{ name: note, type: Text, default: ^1 }", "The expression gives a whole number, but a text is needed here."),
        broken("{ name: note, type: Text }", "{ name: ^total, type: Text }", "The variable 'total' is here twice."),
        broken("{ name: note, type: Text }", "{ name: ^in, type: Text }", "'in' is a word of the expression language."),
        broken("default: 0 }", "default: ^vars.note }", "'vars' is not known here."),
        broken("- assign: { result: vars.amount }", "- assign: { result: ^'''much''' }", "The expression gives a text, but a number is needed here."),
        broken("- assign: { result: vars.amount }", "- assign: { result: vars.^total }", "'total' is not known here."),
        // Calls of flows
        broken("- subflow: Sum\n        input: { amount: request.amount }\n        output: { sum: result }\n      - notify", "- subflow: ^Sun\n      - notify", "There is no autolaunched flow 'Sun'. Did you mean 'Sum'?"),
        broken("- subflow: Sum\n        input: { amount: request.amount }\n        output: { sum: result }\n      - notify", "- subflow: ^Later\n      - notify", "The flow 'Later' is started by its trigger, not by others."),
        broken("input: { amount: request.amount }\n        output: { sum: result }\n      - notify", "input: { ^result: request.amount }\n      - notify", "The flow has no input 'result'."),
        broken("input: { amount: request.amount }\n        output: { sum: result }\n      - notify", "input: { amount: ^case.number }\n      - notify", "The expression gives a text, but a number is needed here."),
        broken("output: { sum: result }\n      - notify", "output: { sum: ^amount }\n      - notify", "There is no output of that flow 'amount'."),
        broken("output: { sum: result }\n      - notify", "output: { ^1sum: result }\n      - notify", "'1sum' is not an API name"),
        broken("- assign: { result: vars.amount }", "- subflow: ^Sum", "Here the flow 'Sum' starts itself, at last."),
        broken("- assign: { result: vars.amount }", "- subflow: ^Is_Large", "Here the flow 'Sum' starts itself, at last."),
        broken("run: Sum", "run: ^Main", "The flow 'Main' is started by its trigger, not by others."),
        broken("steps.compute.data.result > 0", "steps.compute.data.^amount > 0", "'amount' is not known here."),
        broken("outcomes: [approved, refused]", "outcomes: [approved, refused, ^'']", "This must not be empty."),
        // Elements
        broken("- assign: { total: 1 }", "- ^{ assign: { total: 1 }, closeCase: CANCELED }", "This can not be several things at once: assign, closeCase."),
        broken("- assign: { total: 1 }", "- { assign: { total: 1 }, ^input: { a: 1 } }", "The key 'input' stands without the key that it belongs to. It needs one of: call, action, subflow."),
        broken("- assign: { total: 1 }", "- { assign: { total: 1 }, ^message: case.number }", "The key 'message' stands without the key that it belongs to. It needs one of: raiseIncident, error."),
        broken("- assign: { total: 1 }", "- ^forEach: vars.items", "Keys are missing: 'forEach' needs 'item', 'do'."),
        broken("assign: { holds: true }", "assign: { holds: ^case.number }", "The expression gives a text, but true or false is needed here."),
        broken("$fault.element\"", "$fault.^elem\"", "'elem' is not known here. Did you mean 'element'?"),
        broken("'$fault is a text here'", "$^fault.code", "'fault' is not known here."),
        broken("where: { step: \"'first'\" }", "where: { step: ^nobody.knows }", "'nobody' is not known here."),
        broken("limit: 20", "limit: ^101", "101 is more than 100."),
        broken("into: items", "into: ^in", "'in' is a word of the expression language."),
        broken("createRecord: case\n        values: { process: \"'Everything'\", subject", "createRecord: case\n        values: ^{ subject", "It is not said of which process the case is."),
        broken("createRecord: ledger", "createRecord: ^document", "A document is not made by createRecord."),
        broken("updateRecord: ledger", "updateRecord: ^case", "A case is not changed by updateRecord."),
        broken("action: printer.letters", "action: ^printer letters", "'printer letters' has the wrong form."),
        broken("output: { letter: reply.id }", "output: { letter: ^request.amount }", "'request' is not known here."),
        broken("forEach: request.marks", "forEach: ^request.amount", "The expression gives a number, but a list is needed here."),
        broken("item: mark", "item: ^item", "The forEach around this one calls its item 'item', too."),
        broken("item: mark", "item: ^total", "'total' is a variable of this flow already."),
        broken("notify: MAIL", "notify: ^SMS", "'SMS' is not one of the permitted values."),
        broken("to: \"'somebody@example.org'\"", "to: ^\"'queue:nobody'\"", "There is no queue 'nobody'."),
        broken("wait: { for: PT2H, calendar: Office }", "wait: { for: ^PT, calendar: Office }", "'PT' is not a duration."),
        broken("wait: { for: PT2H, calendar: Office }", "wait: { for: ^-PT2H, calendar: Office }", "'-PT2H' is not a duration."),
        broken("wait: { for: PT2H, calendar: Office }", "wait: { for: PT2H, calendar: ^Offices }", "There is no calendar 'Offices'. Did you mean 'Office'?"),
        broken("wait: { for: PT2H, calendar: Office }", "wait: { until: 2026-12-24, ^calendar: Office }", "The key 'calendar' stands without the key that it belongs to. It needs one of: for."),
        broken("wait: { until: 2026-12-24 }", "wait: { until: ^2026-02-30 }", "'2026-02-30' is not a date or time."),
        broken("wait: { until: 2026-12-24 }", "wait: ^{ for: PT1H, until: 2026-12-24 }", "This can not be several things at once: for, until."),
        broken("wait: { until: 2026-12-24 }", "wait: { until: ^request.amount }", "The expression gives a number, but a date or time is needed here."),
        broken("timeout: P3D", "timeout: ^1", "This must be a text, not a number."),
        broken("error: TOO-LITTLE", "error: ^TOO LITTLE", "'TOO LITTLE' has the wrong form. Fails with an error"),
        // Steps and stages
        broken("when: { evaluate: Is_Large }", "when: { evaluate: ^IsLarge }", "There is no autolaunched flow 'IsLarge'. Did you mean 'Is_Large'?"),
        broken("when: { evaluate: Is_Large }", "when: { evaluate: ^Sum }", "The flow 'Sum' gives no answer. Add to its variables: { name: holds, type: Boolean, output: true }."),
        broken("- assign: { result: vars.amount }", "- ^closeCase: CANCELED", "A condition asks this flow, so it may only compute."),
        broken("when: { evaluate: Is_Large }", "when: { ^evaluat: Is_Large }", "The key 'evaluat' is not known here. Did you mean 'evaluate'?"),
        broken("exit: request.kind == 'old'", "exit: request.kind == ^'olde'", "request.kind is never 'olde'."),
        broken("exit: request.kind == 'old'", "exit: ^request.kind", "The expression gives a text, but true or false is needed here."),
        broken("onFault: repair", "onFault: ^repairs", "There is no stage 'repairs'. Did you mean 'repair'?"),
        broken("onFault: repair", "onFault: ^check", "A stage can not be its own fault path."),
        broken("maxEntries: 5", "maxEntries: ^0", "0 is less than 1."),
        broken("- notify: IN_APP", "- wait: { for: PT1H }\n              - notify: IN_APP", "An undo does not wait."),
        broken("endsWhen: request.amount < 10.0", "endsWhen: ^request.amount", "The expression gives a number, but true or false is needed here."),
        broken("{ name: recent, label", "{ name: ^kind, label", "The tick 'kind' is here twice."),
        broken("requested: request.kind", "requested: request.^kid", "'kid' is not known here."),
        broken("outcomes: [approved, refused]", "outcomes: [^{ name: approved, ticksRequired: true }, refused]", "Nothing can be ticked here."),
        broken("outcomes: [{ name: yes_please, ticksRequired: true },", "outcomes: [^ended,", "'ended' is the outcome when endsWhen holds."),
        broken("{ to: /reference, from: /reference }", "{ to: /reference, from: ^/referense }", "There is no input 'referense'. Did you mean 'reference'?"),
        broken("{ to: /reference, from: /reference }", "{ to: /reference, from: ^reference }", "'reference' has the wrong form."),
        broken("{ to: /reference, from: /reference }", "{ to: /reference, from: /reference, ^value: input.amount }", "The value has two sources."),
        broken("{ to: /reference, from: /reference }", "^{ to: /reference }", "The value has no source."),
        broken("{ to: /channel, default:", "{ to: ^/amount, default:", "Another row goes to /amount/cents already."),
        broken("input.amount * 100.0", "input.^amonut * 100.0", "'amonut' is not known here. Did you mean 'amount'?"),
        broken("type: Number, default: 1,", "type: Number, default: \"^'one'\",", "The expression gives a text, but a number is needed here."),
        broken("{ name: purpose, type: Text", "{ name: ^amount, type: Text", "The input 'amount' is here twice."),
        broken("POST /bookings/{reference}", "POST /bookings/^{purpose}", "'request' has no row to /purpose."),
        broken("fee: { from: /fees/0/amount, default: 0", "fee: ^{ default: 0", "The value has no source."),
        broken("payloadLog: FULL", "payloadLog: ^SOME", "'SOME' is not one of the permitted values."),
        broken("call: Book\n            input", "call: ^Boek\n            input", "There is no integration 'Boek'. Did you mean 'Book'?"),
        broken("call: Book\n            input: { reference: case.number }", "call: Book\n            input: ^{ refer: case.number }", "The call leaves out: reference."),
        broken("steps.first.completedBy != 'nobody'", "steps.first.^completed != 'nobody'", "'completed' is not known here. Did you mean 'completedBy'?"),
        broken("steps.first.outcome == 'ended'", "steps.first.outcome == ^'endet'", "steps.first.outcome is never 'endet'. Did you mean 'ended'?"),
        broken("assignee: \"'user:' + case.requester\"", "assignee: ^case.id", "The expression gives a whole number, but a text is needed here."),
        broken("assignee: \"'user:' + case.requester\"", "assignee: ^\"'queue:backoffice'\"", "There is no queue 'backoffice'. Did you mean 'back_office'?"),
        broken("priority: case.priority", "priority: ^\"'URGENT'\"", "'URGENT' is no priority."),
        broken("notSameAs: first", "notSameAs: ^firs", "There is no step 'firs'. Did you mean 'first'?"),
        broken("notSameAs: first", "notSameAs: ^second", "A step can not be kept apart from itself."),
        broken("notSameAs: first", "notSameAs: [first, ^compute]", "No person works the step 'compute'."),
        broken("notRequester: true", "notSameAs: ^second", "The step 'second' is never completed before this one."),
        broken("outcome: approved }\n", "outcome: ^aproved }\n", "There is no outcome of this step 'aproved'. Did you mean 'approved'?"),
        broken("quorum: { people: 2", "quorum: { people: ^1", "1 is less than 2."),
        broken("reminders: [PT4H, PT1H]", "reminders: [^PT8H, PT1H]", "This reminder would come before the work is offered"),
        broken("reminders: [PT4H, PT1H]", "reminders: [PT1H, ^PT60M]", "This reminder is here twice."),
        broken("within: PT8H", "within: ^PT0S", "This must be longer than nothing and at most 3660 days."),
        broken("escalation: { after: PT2H, priority: HIGH, queue: front_office, tell: \"'queue:front_office'\" }", "escalation: ^{ after: PT2H }", "It is not said what happens. Give at least one of: priority, queue, tell."),
        broken("after: PT2H, priority: HIGH, queue: front_office", "after: PT2H, priority: HIGH, queue: ^office", "There is no queue 'office'."),
        // Rules of the process
        broken("calendar: Office\n  attributes", "calendar: ^Ofice\n  attributes", "There is no calendar 'Ofice'. Did you mean 'Office'?"),
        broken("{ when: request.amount > 1000, queue: back_office }", "^{ queue: back_office }", "This rule always holds; those after it are never asked."),
        broken("{ when: request.amount > 1000, queue: back_office }", "{ when: ^steps.first.outcome == '', queue: back_office }", "'steps' is not known here."),
        broken("{ when: request.amount > 1000, queue: back_office }", "{ when: request.amount > 1000, queue: ^office }", "There is no queue 'office'."),
        broken("escalationRules:\n", "escalationRules:\n    - { name: old, age: PT1H, priority: LOW }\n", "The escalation rule 'old' is here twice."),
        broken("age: PT16H", "age: ^PT0S", "This must be longer than nothing"),
        broken("age: PT16H, when: case.priority != 'LOW', priority: HIGH, queue: back_office, tell: \"'queue:front_office'\" }", "age: PT16H }", "It is not said what happens."),
        broken("{ name: done, within: P2D }", "{ name: ^first_response, within: P2D }", "The milestone 'first_response' is here twice."),
        broken("warnBefore: PT1H", "warnBefore: ^PT4H", "The warning would come before the case is filed"),
        broken("reachedWhen: case.status != 'NEW'", "reachedWhen: case.status != ^'NEWS'", "case.status is never 'NEWS'. Did you mean 'NEW'?"),
        broken("onViolation: { after: PT30M", "onViolation: { after: ^-PT30M", "'-PT30M' has the wrong form."),
        // Calendars
        broken("zone: Europe/Berlin", "zone: ^Europe/Berlinn", "There is no time zone 'Europe/Berlinn'. Did you mean 'Europe/Berlin'?"),
        broken("friday: 08:00-14:00", "^fri: 08:00-14:00", "The key 'fri' is not known here. Did you mean 'friday'?"),
        broken("friday: 08:00-14:00", "friday: ^8-14", "'8-14' has the wrong form."),
        broken("friday: 08:00-14:00", "friday: ^14:00-08:00", "These hours end before they begin."),
        broken("friday: 08:00-14:00", "friday: ^14:00-00:00", "These hours end before they begin."),
        broken("friday: 08:00-14:00", "friday: [08:00-12:00, ^11:00-14:00]", "These hours overlap others of the day: 08:00-12:00."),
        broken("friday: 08:00-14:00", "friday: [08:00-24:00, ^22:00-23:00]", "These hours overlap others of the day: 08:00-24:00."),
        broken("friday: 08:00-14:00", "^thursday-friday: 08:00-14:00", "The hours of thursday are here twice."),
        broken("country: DE", "country: ^XX", "No holidays are known for the country 'xx'"),
        broken("region: HH", "region: ^ZZ", "No holidays are known for the region 'zz' of 'de'"),
        broken("holidays: FR", "holidays: ^France", "'France' has the wrong form."),
        broken("2026-12-31", "^2026-13-31", "There is no such day."),
        broken("- { name: Round", "- { name: ^Office", "The calendar 'Office' is here twice."),
        // Scenarios
        broken("- { name: quick,", "- { name: ^refused,", "The scenario 'refused' is here twice."),
        broken("at: 2026-11-23T10:00:00+01:00", "at: ^2026-13-23T10:00:00+01:00", "There is no such time."),
        broken("at: 2026-11-23T10:00:00+01:00", "at: ^today", "'today' has the wrong form."),
        broken("{ amount: 500.5, marks", "{ amount: ^0.5, marks", "must be"),
        broken("{ amount: 500.5, marks", "{ amount: 5, mark: ^1, marks", "'mark' is not known here."),
        broken("- { name: quick, request: { amount: 7 } }", "- { name: quick, request: ^{ } }", "Amount is required"),
        broken("step: first, outcome: yes_please", "step: ^fist, outcome: yes_please", "There is no step 'fist'. Did you mean 'first'?"),
        broken("step: first, outcome: yes_please", "step: ^compute, outcome: yes_please", "No person works the step 'compute'."),
        broken("step: first, outcome: yes_please", "step: first, outcome: ^yes", "There is no outcome of this step 'yes'."),
        broken("outcome: no_thanks, comment: Too dear.", "outcome: ^no_thanks", "This outcome needs a reason."),
        broken("data: { score: 7 }", "data: { score: ^11 }", "10"),
        broken("{ call: Book, accepted: true", "{ call: ^Boek, accepted: true", "There is no integration 'Boek'. Did you mean 'Book'?"),
        broken("{ call: Book, refused: TOO_MUCH,", "^{ call: Book, refused: TOO_MUCH, failed: X,", "This can not be several things at once: refused, failed."),
        broken("{ action: printer.letters, reply: { id: L-1 } }", "{ action: printer.letters, reply: ^L-1 }", "The reply of a call, an action or a preprocessor is a map."),
        broken("{ record: workItem, reply", "{ record: workItem, ^accepted: true, reply", "The key 'accepted' stands without the key that it belongs to. It needs one of: call."),
        broken("passes: [first, Straight]", "passes: [first, ^Strait]", "There is no step 'Strait'. Did you mean 'Straight'?"),
        broken("skips: mend", "skips: ^mende", "There is no step 'mende'. Did you mean 'mend'?"),
        broken("- { call: Book, request: { amount: { cents", "- { call: ^Buch, request: { amount: { cents", "There is no integration 'Buch'."),
        broken("request: { reference: L-1 }", "request: { ^referense: L-1 }", "The request has no attribute 'referense'. Did you mean 'reference'?"),
        broken("expect: { end: REFUSED }", "expect: { end: ^REFUSE }", "'REFUSE' is not one of the permitted values. Did you mean 'REFUSED'?"),
        broken("{ preprocessor: duplicateCheck, reply", "{ preprocessor: ^duplicatCheck, reply", "There is no preprocessor of this process 'duplicatCheck'. Did you mean 'duplicateCheck'?"),
        broken("- { reminder: first, at:", "- { reminder: ^compute, at:", "There is no reminder 'compute'."),
        broken("at: 2026-11-24T10:00:00+01:00", "at: ^2026-11-31T10:00:00+01:00", "There is no such time."),
        broken("- { escalation: old }", "- { escalation: ^odd }", "There is no escalation 'odd'. Did you mean 'old'?"),
        broken("- { warning: first_response }", "- { warning: ^done }", "There is no warning 'done'."),
        broken("- { violation: done }", "- ^{ violation: done, warning: first_response }", "one"),
        broken("keeps: [first_response, done]", "keeps: [first_response, ^dome]", "There is no milestone 'dome'. Did you mean 'done'?"),
        broken("after: P1D }", "after: ^P4000D }", "This must be at most 3660 days."));
  }

  private static Arguments broken(String old, String changed, String said) {
    return Arguments.of(old, changed, said);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesEachMistakeWithItsPlace(String old, String marked, String said) {
    assertThat(VALID).contains(old);
    int mark = marked.indexOf('^');
    String changed = marked.replace("^", "");
    String text = VALID.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(changed));
    List<BundleProblem> problems = refused(text);
    assertThat(problems).anySatisfy(problem -> assertThat(problem.toString()).contains(said));
    if (mark >= 0) {
      String before = text.substring(0, VALID.indexOf(old) + mark);
      String place = (1 + before.chars().filter(c -> c == '\n').count()) + ":" + (before.length() - before.lastIndexOf('\n'));
      assertThat(problems).anySatisfy(problem -> assertThat(problem.toString()).startsWith("b.yaml:" + place + ": ").contains(said));
    }
  }

  private static List<BundleProblem> refused(String text) {
    BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> READER.read("b.yaml", text));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems();
  }
}
