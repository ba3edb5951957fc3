// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/pagemaker.h"

namespace Trailglass {

namespace {

constexpr const char *People[] = {"Ana García",  "Noor Haddad",      "Jun 山田",   "Olu Adeyemi",
                                  "Mia Schäfer", "Ben O\\u2019Hara", "svc-deploy", "Lea \\\"LJ\\\" Johansen"};
constexpr const char *Emails[] = {"ana@example.com", "noor@example.com", "jun@example.com",
                                  "olu@example.com"};
constexpr const char *Agents[] = {
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0",
    "python-requests/2.31.0", "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"};

struct Frame
{
    const char *before;
    const char *after;
};

Frame frameOf(Vendor vendor)
{
    switch (vendor) {
    case Vendor::Asana:
        return {R"({"data":[)",
                R"(],"next_page":{"offset":"eyJ0eXAiOiJKV1Qi","path":"/x","uri":"https://x/"}})"};
    case Vendor::Secoda:
        return {
            R"({"results":[)",
            R"(],"total_pages":3,"count":57,"meta":{"page":1,"previous_page":null,"next_page":2,"count":57}})"};
    case Vendor::Datafold:
        return {R"({"logs":[)", R"(]})"};
    case Vendor::Paradime:
        return {R"({"data":{"getAuditLogs":{"auditLogs":[)", R"(]}}})"};
    case Vendor::Nected:
        return {R"({"totalCount":44,"totalPages":9,"pageNo":1,"pageSize":5,"data":[)",
                R"(],"code":"success","message":"success."})"};
    }
    return {"", ""};
}

std::string padded(std::uint64_t value, std::size_t width)
{
    const std::string digits = std::to_string(value);
    return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

} // namespace

PageMaker::PageMaker(Vendor vendor, std::uint64_t seed, std::uint64_t first)
    : m_vendor(vendor)
    , m_random(seed)
    , m_id(first)
{
}

std::string PageMaker::page(int rows)
{
    const Frame frame = frameOf(m_vendor);
    std::string page = frame.before;
    for (int i = 0; i < rows; ++i) {
        if (i > 0)
            page += ',';
        page += row();
        ++m_id;
    }
    page += frame.after;
    return page;
}

std::string PageMaker::row()
{
    switch (m_vendor) {
    case Vendor::Asana:
        return asanaRow();
    case Vendor::Secoda:
        return secodaRow();
    case Vendor::Datafold:
        return datafoldRow();
    case Vendor::Paradime:
        return paradimeRow();
    case Vendor::Nected:
        return nectedRow();
    }
    return {};
}

std::string PageMaker::asanaRow()
{
    return R"({"gid":"12)" + padded(m_id, 14) + R"(","created_at":")" + time('T', 3) + R"(Z","event_type":")"
        + any({"user_login_succeeded", "user_login_failed", "task_deleted",
               "user_workspace_admin_role_changed"})
        + R"(","event_category":")" + any({"logins", "deletion", "roles", "user_updates"})
        + R"(","actor":{"actor_type":"user","gid":"11)" + padded(m_random() % 500, 14) + R"(","name":")"
        + any(People) + R"(","email":")" + any(Emails) + R"("},"resource":{"resource_type":"user","gid":"11)"
        + number(100'000'000) + R"(","name":")" + any(People) + R"(","email":")" + any(Emails)
        + R"("},"details":{"old_value":"member","new_value":"domain_admin","method":["SAML"],"group":{"gid":")"
        + number(1'000'000'000)
        + R"(","name":"Data platform","resource_type":"workspace"}},"context":{"context_type":")"
        + any({"web", "api", "mobile"}) + R"(","client_ip_address":")" + address() + R"(","user_agent":")"
        + any(Agents) + R"("}})";
}

std::string PageMaker::secodaRow()
{
    const std::string when = time('T', 6) + "Z";
    return R"({"id":")" + uuid() + R"(","activity_type":")" + any({"update", "create", "delete", "login"})
        + R"(","performer_type":"USER","performer_id":")" + uuid() + R"(","performer_metadata":{"id":")"
        + uuid() + R"(","display_name":")" + any(People)
        + R"(","first_name":"Ana","last_name":null,"profile_picture":null},)" + R"("resource_id":")" + uuid()
        + R"(","resource_type":")" + any({"TABLE", "COLUMN", "DASHBOARD"})
        + R"(","resource_metadata":{"id":")" + uuid() + R"(","name":"orders_)" + number(5'000)
        + R"(","icon":null},"related_resource_ids":[],"related_resource_type":null,"event_blocks":[)"
        + R"({"type":"text","style":"bold","value":")" + any(People)
        + R"("},{"type":"text","style":"normal","value":" updated the description of "},)"
        + R"({"type":"resource","style":"bold","value":"orders_)" + number(5'000) + R"("}],"logged_at":")"
        + when + R"(","created_at":")" + when + R"(","updated_at":")" + when
        + R"(","is_legacy":false,"parent_id":null,"version_history_id":null,"metadata":{"changes":{"description":)"
        + R"({"old":"Orders,\none row each","new":"Orders of all shops,\none row each"}}}})";
}

std::string PageMaker::datafoldRow()
{
    return R"({"timestamp": ")" + time('T', 6) + R"(+00:00", "event_uuid": ")" + uuid()
        + R"(", "client_ip": ")" + address() + R"(", "url": "https://app.datafold.com/api/v1/datadiffs/)"
        + number(90'000) + R"(", "action": )" + any({"\"create\"", "\"update\"", "null"})
        + R"(, "object_type": "datadiff", "source": )" + any({"\"api\"", "\"ui\"", "null"})
        + R"(, "status": ")" + any({"200", "403", "success"})
        + R"(", "request_type": "POST", "log_entry": "Created data diff )" + number(90'000)
        + R"(", "referer": null, "user_agent": ")" + any(Agents) + R"(", "user_email": ")" + any(Emails)
        + R"(", "object_id": )" + number(90'000) + R"(, "user_id": )" + number(500)
        + R"(, "is_support_user": false, "payload": {"data_source1_id": )" + number(100)
        + R"(, "table1": ["prod", "orders"], "pk_columns": ["id"], "include_columns": null, "sampling": 0.25}})";
}

std::string PageMaker::paradimeRow()
{
    return R"({"id":)" + std::to_string(m_id + 1) + R"(,"createdDttm":")" + time(' ', 6)
        + R"(","updatedDttm":")" + time(' ', 6) + R"(","workspaceId":)" + number(9)
        + R"(,"workspaceName":"data_platform","actorType":"user",)" + R"("actorUserId":)" + number(500)
        + R"(,"actorEmail":")" + any(Emails) + R"(","eventSourceId":0,)"
        + R"("eventSource":"bolt","eventId":)" + number(40) + R"(,"eventType":")"
        + any({"schedule_manual_run", "schedule_updated", "workspace_user_invited"})
        + R"(","metadataJson":"{\"schedule_name_uuid\":\")" + hex(12)
        + R"(\",\"schedule\":{\"name\":\"nightly build\",\"cron\":\"0 4 * * *\",\"commands\":[\"dbt run\",)"
        + R"(\"dbt test --select \\\"tag:orders\\\"\"]},\"git_branch\":\"main\"}"})";
}

std::string PageMaker::nectedRow()
{
    return R"({"entityId":")" + hex(24) + R"(","executionId":")" + uuid() + R"(","type":)"
        + any({R"("rule")", R"("workflow")", R"("dataset")"}) + R"(,"name":"Discount )" + number(200)
        + R"(","event":")" + any({"Rule Published Via Console", "Rule Tested Via API", "Workflow Deleted"})
        + R"(","status":")" + any({"Success", "Error"}) + R"(","environment":"Staging","user":")"
        + any(People) + R"(","workspaceId":")" + number(9'000) + R"(","ip":")" + address() + R"(","logId":")"
        + uuid() + R"(","statusTimeMs":)" + number(3'000) + R"(,"date":")" + time('T', 9)
        + R"(Z","rootNode":{"id":")" + hex(24) + R"(","name":"Discount","logId":")" + uuid()
        + R"("},"traceId":"Root=1-)" + hex(8) + "-" + hex(24)
        + R"(","message":"Rule executed","input":{"cart":)" + number(900)
        + R"(,"customer":{"tier":"gold","age":)" + number(90)
        + R"(}},"output":{"discount":12.5,"reasons":["tier","season"]},"path":null,"version":"0.10"})";
}

std::string PageMaker::number(std::uint64_t below)
{
    return std::to_string(m_random() % below);
}

std::string PageMaker::hex(int digits)
{
    std::string text;
    for (int i = 0; i < digits; ++i)
        text += "0123456789abcdef"[m_random() % 16];
    return text;
}

std::string PageMaker::uuid()
{
    return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
}

std::string PageMaker::address()
{
    return "203.0.113." + number(256);
}

std::string PageMaker::minuteOf(std::uint64_t event, char separator)
{
    const std::uint64_t minute = event % 60;
    const std::uint64_t hour = event / 60 % 24;
    const std::uint64_t day = event / 1'440 % 28 + 1;
    const std::uint64_t month = event / 40'320 % 12 + 1;
    const std::uint64_t year = 2000 + event / 483'840 % 100;
    return std::to_string(year) + "-" + padded(month, 2) + "-" + padded(day, 2) + separator + padded(hour, 2)
        + ":" + padded(minute, 2);
}

std::string PageMaker::time(char separator, int fractionDigits) const
{
    return minuteOf(m_id, separator) + ":07."
        + std::string("123456789").substr(0, static_cast<std::size_t>(fractionDigits));
}

} // namespace Trailglass
