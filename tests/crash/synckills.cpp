// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/clock.h"
#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "tests/crash/killscenario.h"
#include "tests/crash/samples.h"
#include "tests/support/fakevendors.h"

#include <QMap>

#include <map>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

using Support::FakeVendors;
using Support::VendorServer;

/// Requests that a kill may cost a vendor: what was on its way or sent ahead, what overlaps, and a look at a source that was
/// done.
constexpr qsizetype RequestsPerKill = 10;
/// By which two whole runs may differ: what was sent ahead is used only if it turns out to be next, which it does not at a
/// few places of a list.
constexpr qsizetype RequestsAhead = 9;
/// So many that Nected's list has some fifty pages: a run that began again after each kill would send more requests than
/// are allowed.
constexpr int Events = 3'000;

using EventsById = std::map<QByteArray, QByteArray>;

EventsById served(const VendorServer &server)
{
    EventsById events;
    for (const Support::VendorEvent &event : server.events())
        events[event.id] = event.raw;
    return events;
}

/// Sync of all five vendors: goes on where it was, and stores what the servers have.
class SyncKills : public KillScenario
{
public:
    explicit SyncKills(quint64 seed)
        : m_servers(Support::Company::Options{.seed = seed, .now = Support::today(), .events = Events})
    {
        if (!m_servers.listen())
            qFatal("the stand-in servers cannot listen");
    }

protected:
    void prepare() override;
    QStringList command() const override { return {u"sync"_s, u"--trust"_s}; }
    void noteWholeRun() override;
    QString checkAfterKill(const QByteArray &contents) override;
    QString checkAtEnd(const QByteArray &contents) override;

private:
    [[nodiscard]] EventsById stored(Vendor vendor) const;
    [[nodiscard]] QString compare(Vendor vendor);
    [[nodiscard]] qsizetype requests(Vendor vendor)
    {
        return m_servers.server(vendor).http().requests().size();
    }

    FakeVendors m_servers;
    QMap<Vendor, qsizetype> m_wholeRequests;
    QMap<Vendor, std::size_t> m_stored; ///< after the last kill
};

void SyncKills::prepare()
{
    const auto writer = needed(EventWriter::open(workspace()));
    for (const Vendor vendor : FakeVendors::Vendors) {
        VendorServer &server = m_servers.server(vendor);
        SourceRecord source;
        source.name = toQString(name(vendor));
        source.type = source.name;
        source.settings = server.settings();
        const QMap<QString, QString> secrets = server.secrets();
        for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret) {
            const QString variable = "TEST_"_L1 + source.name.toUpper() + u'_' + secret.key().toUpper();
            cli().environment().insert(variable, secret.value());
            source.secrets.insert(secret.key(),
                                  {.kind = SecretReference::Kind::Environment, .place = variable});
        }
        needed(writer->addSource(source));
        // Without it Asana reads what came after a kill twice.
        server.setDate(SystemClock().now());
        server.http().clearRequests();
    }
    m_stored.clear();
}

void SyncKills::noteWholeRun()
{
    for (const Vendor vendor : FakeVendors::Vendors)
        m_wholeRequests[vendor] = requests(vendor);
}

EventsById SyncKills::stored(Vendor vendor) const
{
    const auto reader = needed(EventReader::open(workspace()));
    EventsById events;
    needed(reader->scan(EventReader::WithRaw::Yes, {}, [&](const EventRecord &record) {
        if (record.vendor != vendor)
            return;
        // A second one would hide behind the first.
        QByteArray &raw = events[QByteArray::fromStdString(record.event.id)];
        raw += QByteArray::fromStdString(record.event.raw);
    }));
    return events;
}

QString SyncKills::compare(Vendor vendor)
{
    const QString source = toQString(name(vendor));
    const EventsById events = stored(vendor);
    const EventsById all = served(m_servers.server(vendor));
    for (const auto &[id, raw] : events) {
        const auto found = all.find(id);
        if (found == all.end() || found->second != raw)
            return u"%1: event %2 is not what the server has"_s.arg(source, QString::fromUtf8(id));
    }
    if (events.size() < m_stored.value(vendor))
        return u"%1: events are lost"_s.arg(source);
    m_stored[vendor] = events.size();
    return {};
}

QString SyncKills::checkAfterKill(const QByteArray &)
{
    for (const Vendor vendor : FakeVendors::Vendors) {
        if (const QString problem = compare(vendor); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString SyncKills::checkAtEnd(const QByteArray &contents)
{
    if (const QString problem = checkAfterKill(contents); !problem.isEmpty())
        return problem;
    for (const Vendor vendor : FakeVendors::Vendors) {
        const QString source = toQString(name(vendor));
        const std::size_t all = served(m_servers.server(vendor)).size();
        if (m_stored.value(vendor) != all)
            return u"%1: %2 of %3 events are stored"_s.arg(source).arg(m_stored.value(vendor)).arg(all);
        if (!m_servers.server(vendor).refusals().isEmpty())
            return m_servers.server(vendor).refusals().join(u'\n');
        const qsizetype most = m_wholeRequests.value(vendor) + RequestsAhead + kills() * RequestsPerKill;
        if (requests(vendor) > most)
            return u"%1: %2 requests, where %3 would do after %4 kills"_s.arg(source)
                .arg(requests(vendor))
                .arg(most)
                .arg(kills());
    }
    return {};
}

} // namespace

std::unique_ptr<KillScenario> makeSyncKills(quint64 seed)
{
    return std::make_unique<SyncKills>(seed);
}

} // namespace Trailglass::Testing
