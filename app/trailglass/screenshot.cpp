// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/screenshot.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/threadstart.h"
#include "models/exporting/outputfile.h"
#include "models/exporting/outputtarget.h"

#include <QCoreApplication>
#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int QuietTime = 700; // ms without a change: facets and pages have come

Result<void> writePicture(const QImage &picture, const QString &fileName, const QStringList &inUse,
                          const CancelToken &cancel)
{
    TRY(const auto file, OutputFile::open(fileName, inUse, cancel));
    if (!picture.save(&file->device(), "PNG"))
        return file->failure();
    return file->commit();
}

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
    QTimer::singleShot(patience, this, &Screenshot::runOut);
}

Screenshot::~Screenshot()
{
    m_cancel.cancel();
}

void Screenshot::setFilesInUse(const QStringList &files)
{
    m_filesInUse = files;
    if (const auto target = outputTarget(m_fileName, files); !target)
        fail(target.error().message);
}

void Screenshot::waitAgain()
{
    if (!m_hasEnded && !m_writing.joinable())
        m_quiet->start();
}

void Screenshot::take()
{
    if (m_isBusy())
        return waitAgain();
    write(m_window.grab().toImage());
}

void Screenshot::write(const QImage &picture)
{
    const auto work = [this, picture, fileName = m_fileName, inUse = m_filesInUse,
                       cancel = m_cancel.token()] {
        const Result<void> written = writePicture(picture, fileName, inUse, cancel);
        QMetaObject::invokeMethod(
            this,
            [this, written] {
                if (!written)
                    fail(written.error().message);
                else if (!m_hasEnded)
                    end(0);
            },
            Qt::QueuedConnection);
    };
    // Not on this thread instead: a pipe that nobody reads would keep it for ever.
    if (!startThread(m_writing, work))
        fail(tr("The picture could not be written, because the system starts no more threads. End other "
                "programs and try again."));
}

void Screenshot::runOut()
{
    fail(m_writing.joinable() ? tr("The picture could not be written in time. Choose another file.")
                              : tr("The window did not finish loading in time. Try again."));
}

void Screenshot::fail(const QString &sentence)
{
    if (m_hasEnded)
        return;
    m_cancel.cancel();
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

#include "moc_screenshot.cpp"
