// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/screenshot.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QSaveFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int QuietTime = 700; // ms without a change: facets and pages have come

} // namespace

Screenshot::Screenshot(QWidget &window, QString fileName, std::function<bool()> isBusy, QObject *parent)
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
}

void Screenshot::waitAnew()
{
    m_quiet->start();
}

void Screenshot::take()
{
    if (m_isBusy())
        return waitAnew();
    QSaveFile file(m_fileName);
    const bool saved = file.open(QIODevice::WriteOnly) && m_window.grab().save(&file, "PNG") && file.commit();
    if (!saved) {
        const QString sentence =
            tr("trailglass: The picture %1 could not be written: %2.\n").arg(m_fileName, file.errorString());
        std::fputs(qPrintable(sentence), stderr);
    }
    QCoreApplication::exit(saved ? 0 : 1);
}

} // namespace Trailglass
