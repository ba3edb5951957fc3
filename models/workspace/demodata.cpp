// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/demodata.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/store/workspace.h"
#include "models/sync/importer.h"
#include "models/workspace/indexsaving.h"

#include <QFile>

#include <array>
#include <memory>
#include <optional>
#include <span>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

struct DemoSource
{
    Vendor vendor{};
    QLatin1StringView name;
    QMap<QString, QString> settings;
};

const std::array<DemoSource, 5> &demoSources()
{
    static const std::array<DemoSource, 5> sources{{
        {Vendor::Asana,
         "asana"_L1,
         {{u"base_url"_s, u"https://asana.invalid/api/1.0"_s}, {u"workspace_gid"_s, u"1200000000000001"_s}}},
        {Vendor::Secoda, "secoda"_L1, {{u"base_url"_s, u"https://secoda.invalid"_s}}},
        {Vendor::Datafold, "datafold"_L1, {{u"base_url"_s, u"https://datafold.invalid"_s}}},
        {Vendor::Paradime, "paradime"_L1, {{u"endpoint"_s, u"https://paradime.invalid/graphql"_s}}},
        {Vendor::Nected, "nected"_L1, {{u"base_url"_s, u"https://nected.invalid"_s}}},
    }};
    return sources;
}

/// A file of the program itself.
class ResourceInput final : public ByteInput
{
public:
    explicit ResourceInput(const QString &name)
        : m_file(name)
    {
    }
    [[nodiscard]] bool open() { return m_file.open(QIODevice::ReadOnly); }

    Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) override
    {
        if (cancel.isCancelled())
            return Error{ErrorKind::Cancelled, {}};
        return m_file.read(buffer.data(), static_cast<qint64>(buffer.size()));
    }
    [[nodiscard]] bool seek(qint64 offset) override { return m_file.seek(offset); }
    [[nodiscard]] std::optional<qint64> size() const override { return m_file.size(); }

private:
    QFile m_file;
};

Result<std::unique_ptr<ByteInput>> openResource(const QString &name)
{
    auto input = std::make_unique<ResourceInput>(name);
    if (!input->open()) {
        return Error{ErrorKind::Internal, tr("This build holds no demo data (%1).").arg(name)};
    }
    return std::unique_ptr<ByteInput>(std::move(input));
}

/// Notes that all days the source has events of were requested, as a sync would: no time within them is a
/// gap.
Result<void> coverDays(EventWriter &writer, const QString &workspace, SourceId source, UtcMicros now)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const auto state, reader->sourceState(source));
    if (!state.earliest || !state.latest)
        return {};
    const auto dayOf = [](UtcMicros time) {
        return time - time.value % UtcMicros::PerDay;
    };
    PageCommit page;
    page.source = source;
    page.received = now;
    page.covered.push_back({{dayOf(*state.earliest), dayOf(*state.latest) + UtcMicros::PerDay}, now, 1});
    TRY(writer.commit(page));
    return {};
}

/// \returns how many events were added
Result<qint64> importDemoData(const QString &workspace, const Clock &clock, const CancelToken &cancel)
{
    const WorkspacePaths paths = WorkspacePaths::of(workspace);
    TRY(prepareWorkspace(paths));
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquire(paths, u"import"_s));
    TRY(const auto writer, EventWriter::open(workspace));
    qint64 events = 0;
    for (const DemoSource &demo : demoSources()) {
        const QString type = toQString(name(demo.vendor));
        SourceRecord source{
            .id = {}, .name = demo.name, .type = type, .settings = demo.settings, .secrets = {}};
        TRY(const auto id, writer->addSource(source));
        source.id = id;
        Importer importer(*writer, clock, openResource);
        const SyncReport report = importer.run({source, {":/demo/"_L1 + type + ".ndjson"_L1}}, cancel);
        if (report.error)
            return *report.error;
        if (report.status == SyncReport::Status::Cancelled)
            return Error{ErrorKind::Cancelled, {}};
        events += report.counts.added;
        TRY(coverDays(*writer, workspace, id, clock.now()));
    }
    (void)saveIndexWarning(workspace, cancel); // it is in a temporary folder: nothing to do about a warning
    return events;
}

} // namespace

DemoImport::DemoImport(QString workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_clock(clock)
    , m_thread(u"demo"_s)
{
}

DemoImport::~DemoImport()
{
    m_cancel.cancel();
}

void DemoImport::start()
{
    m_thread.post([this, cancel = m_cancel.token()] {
        const auto outcome = importDemoData(m_workspace, m_clock, cancel);
        m_thread.postToOwner([this, outcome] {
            if (outcome)
                Q_EMIT imported(*outcome);
            else
                Q_EMIT failed(outcome.error());
        });
    });
}

} // namespace Trailglass

#include "moc_demodata.cpp"
