// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/importfile.h"

#include "tests/support/random.h"
#include "tests/support/story.h"

#include <algorithm>
#include <utility>

namespace Trailglass::Support {

namespace {

/// What stands before and after the rows of a response.
std::pair<QByteArray, QByteArray> envelope(Vendor vendor, qint64 count)
{
    const QByteArray number = QByteArray::number(count);
    switch (vendor) {
    case Vendor::Asana:
        return {R"({"data":[)", R"(],"next_page":null})"};
    case Vendor::Secoda:
        return {R"({"results":[)",
                R"(],"total_pages":1,"count":)" + number
                    + R"(,"meta":{"page":1,"previous_page":null,"next_page":null,"total_pages":1,"count":)"
                    + number + "}}"};
    case Vendor::Datafold:
        return {R"({"logs":[)", "]}"};
    case Vendor::Paradime:
        return {R"({"data":{"getAuditLogs":{"auditLogs":[)", "]}}}"};
    case Vendor::Nected:
        return {R"({"totalCount":)" + number + R"(,"totalPages":1,"pageNo":1,"pageSize":10,"data":[)",
                R"(],"code":"success","message":"success."})"};
    }
    Q_UNREACHABLE();
}

} // namespace

bool writeImportFile(const ImportOptions &options, QIODevice &device)
{
    constexpr qsizetype Flush = 1024 * 1024; // bytes
    constexpr qint64 Year = 365 * UtcMicros::PerDay;
    constexpr int ProgramsPerThousand = 300;

    const Staff staff;
    const std::unique_ptr<Story> story = makeStory(options.vendor, staff, options.seed);
    Random random(options.seed, "import file");
    const auto [before, after] = envelope(options.vendor, options.count);
    const bool isResponse = options.form == ImportForm::Response;
    const qint64 interval = Year / std::max<qint64>(options.count, 1);

    QByteArray buffer = isResponse ? before : QByteArray();
    for (qint64 index = 0; index < options.count; ++index) {
        const UtcMicros time = options.now - (options.count - index) * interval;
        const auto &people = random.chance(ProgramsPerThousand) ? staff.serviceAccounts() : staff.people();
        if (isResponse && index > 0)
            buffer += ',';
        buffer += story->next({.time = time, .person = &random.pick(people)}).raw;
        if (!isResponse)
            buffer += '\n';
        if (buffer.size() >= Flush) {
            if (device.write(buffer) != buffer.size())
                return false;
            buffer.resize(0); // keeps the memory
        }
    }
    if (isResponse)
        buffer += after;
    return device.write(buffer) == buffer.size();
}

} // namespace Trailglass::Support
