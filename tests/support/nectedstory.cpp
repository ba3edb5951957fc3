// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/nectedstory.h"

#include "tests/support/catalogue.h"
#include "tests/support/jsonwriter.h"

namespace Trailglass::Support {

namespace {

struct Habit
{
    int weight;
    const char *event;
};

constexpr std::array<Habit, 9> Habits{{
    {.weight = 100, .event = "Update"},
    {.weight = 90, .event = "Test Via Console"},
    {.weight = 20, .event = "Create"},
    {.weight = 16, .event = "Publish"},
    {.weight = 6, .event = "Delete"},
    {.weight = 5, .event = "Role Update"},
    {.weight = 3, .event = "Role Revoke"},
    {.weight = 10, .event = "Delayed Test"},
    {.weight = 8, .event = "Cron Test"},
}};

constexpr std::array<const char *, 7> Types{"Simplerule", "Ruleset",  "Dataset",  "Decisiontable",
                                            "Connector",  "Workflow", "Globalvar"};
constexpr std::array<const char *, 4> Calls{"Call Via API", "Call Via API", "Cron", "Webhook"};
constexpr std::array<const char *, 3> Versions{"draft", "0.10", "1.2"};
constexpr std::array<const char *, 3> Failures{"missing required params key countrycode",
                                               "connector timed out after 30000 ms",
                                               "division by zero in column \"rate\""};

} // namespace

NectedStory::NectedStory(quint64 seed)
    : m_random(seed, "nected")
{
}

VendorEvent NectedStory::next(const Moment &moment)
{
    if (moment.person->kind != Person::Kind::ServiceAccount)
        return compose(moment.time, edit(*moment.person));
    const NectedFields fields = call(*moment.person);
    const VendorEvent event = compose(moment.time, fields);
    if (fields.type == "Workflow")
        m_lastWorkflow = event.id;
    return event;
}

QByteArray NectedStory::makeTrace()
{
    if (!m_random.chance(300))
        return m_random.uuid();
    // A statement each: compilers differ in the order in which they evaluate operands.
    const QByteArray unique = m_random.hex(24);
    const QByteArray begun = m_random.hex(8);
    return "Root=1-" + begun + '-' + unique;
}

VendorEvent NectedStory::compose(UtcMicros time, const NectedFields &fields)
{
    const QByteArray id = m_random.letters(20);
    const QByteArray entity = Random(0, fields.name).uuid();
    const bool isRun = !fields.input.isEmpty();
    const QByteArray date = QByteArray::fromStdString(formatTime(time)).left(26)
        + QByteArray::number(m_random.between(100, 999)) + 'Z';
    const QByteArray root = !fields.parent.isEmpty() ? fields.parent : isRun ? entity : QByteArray();
    const QByteArray trace = makeTrace();
    JsonWriter writer({}, 900);
    writer.text("entityId", isRun ? entity : QByteArray("")).text("executionId", m_random.uuid());
    writer.text("type", fields.type)
        .text("name", fields.name)
        .text("event", fields.event)
        .text("status", fields.status);
    writer.text("environment", fields.environment)
        .text("user", fields.user ? fields.user->name : QByteArray(""));
    writer.text("workspaceId", "60")
        .text("ip", fields.address)
        .text("logId", id)
        .number("statusTimeMs", fields.milliseconds);
    writer.text("date", date);
    writer.raw("rootNode",
               JsonWriter()
                   .text("id", isRun ? entity : QByteArray(""))
                   .text("name", isRun ? fields.name : QByteArray(""))
                   .text("logId", root)
                   .finish());
    writer.text("traceId", trace).text("message", fields.message);
    writer.raw("input", isRun ? fields.input : "null")
        .raw("output", fields.output.isEmpty() ? "null" : fields.output);
    writer.raw("path", isRun ? "[]" : "null").text("version", fields.version);
    return {.id = id, .created = time, .raw = writer.finish()};
}

NectedFields NectedStory::edit(const Person &person)
{
    const Habit &habit = m_random.pickWeighted(std::span<const Habit>(Habits));
    NectedFields fields{.type = m_random.pick(Types),
                        .name = m_random.pick(RuleNames),
                        .event = habit.event,
                        .user = &person,
                        .address = m_random.chance(250) ? person.homeAddress : person.officeAddress};
    fields.version = fields.event == "Publish" ? "1.2" : m_random.pick(Versions);
    if (fields.event == "Publish")
        fields.environment = "Production";
    if (fields.event.contains("Test")) {
        fields.milliseconds = static_cast<int>(m_random.between(3, 900));
        fields.input = R"({"amount":120.50,"currency":"EUR","test":true})";
        fields.message = "successfully executed " + fields.type.toLower() + ' ' + fields.name;
    }
    return fields;
}

NectedFields NectedStory::call(const Person &account)
{
    NectedFields fields{.type = m_random.chance(300) ? "Workflow" : "Api",
                        .name = m_random.pick(RuleNames),
                        .event = m_random.pick(Calls),
                        .environment = "Production",
                        .address = account.officeAddress,
                        .milliseconds = static_cast<int>(m_random.between(1, 400)),
                        .version = "1.2"};
    fields.input = JsonWriter()
                       .text("customer", "C-" + m_random.hex(6))
                       .raw("amount", QByteArray::number(m_random.between(1, 900)) + ".10")
                       .number("ledger", 9'007'199'254'740'993 + m_random.below(1000))
                       .finish();
    if (fields.type == "Api" && m_random.chance(300))
        fields.parent = m_lastWorkflow;
    constexpr int FailurePerThousand = 70;
    if (m_random.chance(FailurePerThousand)) {
        fields.status = m_random.chance(800) ? "Error" : "Failed";
        fields.message = m_random.pick(Failures);
    } else {
        fields.status = fields.type == "Workflow" ? "Completed" : "Success";
        fields.output = R"({"approved":true,"score":0.70,"rate":1e-3})";
    }
    return fields;
}

} // namespace Trailglass::Support
