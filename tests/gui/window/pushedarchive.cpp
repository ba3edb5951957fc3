// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/pushedarchive.h"

#include "models/workspace/openarchive.h"

#include <QLocale>

#include <chrono>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds Soon{100};

} // namespace

Result<void> PushedArchive::push()
{
    m_workspace.add(m_workspace.addSource(u"work"_s), Events);
    TRY(m_archive.create());
    PushPlan plan = ArchiveStage::plan(m_workspace);
    plan.groupRows = Events; // one batch a month
    TRY(m_archive.push(m_workspace, plan));
    return {};
}

ShownArchive PushedArchive::shown(const ArchiveStage &archive, const QString &user) const
{
    const ArchivePlace place = m_server.place(archive.database(), user);
    return {place, archiveAt(ArchiveAccess{place, ClickHouseServer::key()}), {}, Soon};
}

QString PushedArchive::title() const
{
    return place().name() + u" – Trailglass"_s;
}

QString PushedArchive::count(int found)
{
    const QLocale locale;
    return u"%1 of %2 event(s)"_s.arg(locale.toString(found), locale.toString(Events));
}

} // namespace Trailglass::Testing
