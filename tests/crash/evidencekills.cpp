// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventreader.h"
#include "tests/crash/killscenario.h"
#include "tests/crash/samples.h"
#include "tests/support/evidencescript.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// Rows that could not be read once, and can be read now.
class RetryKills : public KillScenario
{
protected:
    void prepare() override
    {
        const auto writer = needed(EventWriter::open(workspace()));
        const SourceId source = needed(writer->addSource(sampleSource(u"work"_s)));
        PageCommit page = samplePage(source, 1, sampleEvents(0, StoredEvents));
        for (const Event &event : sampleEvents(StoredEvents, QuarantinedRows)) {
            const QByteArray bytes = QByteArray::fromStdString(event.raw);
            page.unreadable.push_back(
                {.bytes = bytes, .length = bytes.size(), .offset = 0, .reason = u"not readable yet"_s});
        }
        needed(writer->commit(page));
        m_stored = StoredEvents;
    }
    QStringList command() const override { return {u"quarantine"_s, u"retry"_s}; }
    QString checkAfterKill(const QByteArray &contents) override
    {
        const qsizetype stored = contents.count("event|");
        const qsizetype left = rowsLeft();
        if (stored + left != StoredEvents + QuarantinedRows)
            return u"%1 events are stored, and %2 rows are left"_s.arg(stored).arg(left);
        if (stored < m_stored)
            return u"events are lost"_s;
        m_stored = stored;
        return {};
    }
    QString checkAtEnd(const QByteArray &contents) override
    {
        // When each was received differs.
        return rowsLeft() == 0 ? checkAfterKill(contents) : u"rows are left"_s;
    }

private:
    static constexpr int StoredEvents = 40;
    static constexpr int QuarantinedRows = 450; ///< some commits

    [[nodiscard]] qsizetype rowsLeft() const
    {
        const auto reader = needed(EventReader::open(workspace()));
        return std::ssize(needed(reader->quarantine({.withBytes = false})));
    }

    qsizetype m_stored = 0;
};

/// An evidence bundle in the place of an older file: that one or the whole new one at any moment, and no part is left beside
/// it.
class BundleKills : public KillScenario
{
protected:
    void prepare() override
    {
        {
            const auto writer = needed(EventWriter::open(workspace()));
            const SourceId source = needed(writer->addSource(sampleSource(u"work"_s)));
            for (int page = 0; page < Pages; ++page) {
                needed(writer->commit(
                    samplePage(source, page, sampleEvents(page * EventsPerPage, EventsPerPage))));
            }
        }
        const QString key = cli().writeFile(u"key"_s, QByteArray(32, 'k').toBase64());
        const Support::CliResult set =
            cli().run({u"checkpoint"_s, u"key"_s, u"set"_s, QString(u"file:"_s + key)});
        if (set.exitCode != 0)
            qFatal("there is no signing key: %s", set.errors.constData());
        static_cast<void>(cli().writeFile(u"bundle.zip"_s, "old"));
    }
    QStringList command() const override { return {u"evidence"_s, u"create"_s, u"--output"_s, bundle()}; }
    QString checkAfterKill(const QByteArray &contents) override
    {
        if (contents != before())
            return u"the events are others"_s;
        return Support::contentOf(bundle()) == "old" ? problemBeside() : problemOfBundle();
    }
    QString checkAtEnd(const QByteArray &contents) override
    {
        if (contents != before())
            return u"the events are others"_s;
        const QString problem = problemOfBundle();
        return problem.isEmpty() ? problemBeside() : problem;
    }

private:
    static constexpr int Pages = 10;
    static constexpr int EventsPerPage = 100;

    [[nodiscard]] QString bundle() const { return cli().path(u"bundle.zip"_s); }
    [[nodiscard]] QString problemBeside() const
    {
        for (const QString &file : filesBeside(bundle())) {
            if (!problemOf(file).isEmpty())
                return u"a part of the bundle is left: "_s + file;
        }
        return {};
    }
    [[nodiscard]] QString problemOfBundle() const { return problemOf(bundle()); }
    /// Empty for a bundle of all events that verifies.
    [[nodiscard]] static QString problemOf(const QString &file)
    {
        const Support::ScriptVerdict script = Support::verifiedByScript(file);
        const QByteArray all = "VERIFIED: " + QByteArray::number(Pages * EventsPerPage) + " events";
        return script.exitCode == 0 && script.output.startsWith(all) ? QString()
                                                                     : QString::fromUtf8(script.output);
    }
};

} // namespace

std::unique_ptr<KillScenario> makeRetryKills()
{
    return std::make_unique<RetryKills>();
}

std::unique_ptr<KillScenario> makeBundleKills()
{
    return std::make_unique<BundleKills>();
}

} // namespace Trailglass::Testing
