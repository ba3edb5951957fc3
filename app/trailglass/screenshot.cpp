// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/screenshot.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/exporting/outputfile.h"
#include "models/exporting/outputtarget.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int QuietTime = 700; // ms without a change: facets and pages have come

} // namespace

Screenshot::Screenshot(QWidget &window, QString fileName, std::function<bool()> isBusy,
                       std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_fileName(std::move(fileName))
    , m_isBusy(std::move(isBusy))
    , m_quiet(new QTimer(this))
{
    m_quiet->setSingleShot(true);
    m_quiet->setInterval(QuietTime);
    connect(m_quiet, &QTimer::timeout, this, &Screenshot::take);
    m_quiet->start();
    QTimer::singleShot(patience, this, [this] { fail(tr("The window did not come to rest in time.")); });
}

void Screenshot::setFilesInUse(const QStringList &files)
{
    m_filesInUse = files;
    if (const auto target = outputTarget(m_fileName, files); !target)
        fail(target.error().message);
}

void Screenshot::waitAgain()
{
    if (!m_hasEnded)
        m_quiet->start();
}

void Screenshot::take()
{
    if (m_isBusy())
        return waitAgain();
    if (const Result<void> written = write(); !written)
        return fail(written.error().message);
    end(0);
}

Result<void> Screenshot::write()
{
    TRY(const auto file, OutputFile::open(m_fileName, m_filesInUse));
    if (!m_window.grab().save(&(file)->device(), "PNG"))
        return (file)->named(writeError((file)->device()));
    return (file)->commit();
}

void Screenshot::fail(const QString &sentence)
{
    if (m_hasEnded)
        return;
    std::fputs(qPrintable(QString("trailglass: "_L1 + visibleText(sentence) + u'\n')), stderr);
    end(1);
}

void Screenshot::end(int exitCode)
{
    m_hasEnded = true;
    m_quiet->stop();
    // The program may not run yet, and then nothing could end it.
    QMetaObject::invokeMethod(
        this, [exitCode] { QCoreApplication::exit(exitCode); }, Qt::QueuedConnection);
}

} // namespace Trailglass
