// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// Takes pictures of the real window, for scripts/screenshots:
//   trailglass-screenshots [--all] [--size WIDTHxHEIGHT] [--scene NAME]… FOLDER
//     --all    every scene, with all that is on the screen; else what the documents show of theirs
//     --size   of the window; the screen has to be as large
//     --scene  these scenes only

#include "tests/gui/window/screenshotscompany.h"
#include "tests/gui/window/screenshotspicture.h"
#include "tests/gui/window/screenshotsscenes.h"
#include "tests/gui/window/screenshotsstage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCursor>
#include <QDir>
#include <QIcon>
#include <QScreen>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int BadUsage = 2;

struct Order
{
    bool isAll = false;
    QSize size;
    QDir folder;
    QList<Scene> scenes;
};

std::optional<QSize> sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    return size.isEmpty() ? std::nullopt : std::optional(size);
}

QList<Scene> allScenes()
{
    return eventScenes() + filterScenes() + inspectorScenes() + evidenceScenes() + sourceScenes()
        + windowScenes();
}

QList<Scene> scenesOf(bool isAll, const QStringList &names)
{
    QList<Scene> scenes = allScenes();
    scenes.removeIf([&](const Scene &scene) {
        return (!isAll && scene.use != Scene::Use::Documents)
            || (!names.isEmpty() && !names.contains(scene.name));
    });
    return scenes;
}

std::optional<Order> orderFrom(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"all"_s, u"Every scene, with all that is on the screen."_s},
                       {u"size"_s, u"Of the window."_s, u"WIDTHxHEIGHT"_s, u"1440x900"_s},
                       {u"scene"_s, u"These scenes only."_s, u"NAME"_s}});
    parser.addPositionalArgument(u"FOLDER"_s, u"Where the pictures go."_s);
    parser.process(application);
    const auto size = sizeFrom(parser.value(u"size"_s));
    const QStringList names = parser.values(u"scene"_s);
    const bool isAll = parser.isSet(u"all"_s);
    const QList<Scene> scenes = scenesOf(isAll, names);
    if (parser.positionalArguments().size() != 1 || !size || scenes.isEmpty())
        return std::nullopt;
    return Order{isAll, *size, QDir(parser.positionalArguments().constFirst()), scenes};
}

/// \returns what is wrong with the picture
QStringList takePicture(const Scene &scene, const QString &appearance, const Order &order,
                        const QString &company)
{
    SceneStage stage({appearance, order.size}, company);
    QWidget *part = scene.prepare(stage);
    stage.settle();
    const bool isWhole = order.isAll || part == &stage.window();
    const QImage picture = isWhole ? pictureOfScreen() : part->grab().toImage();
    const QString file = order.folder.filePath(u"%1-%2.png"_s.arg(scene.name, appearance));
    QStringList problems = stage.problems();
    if (order.isAll)
        problems += windowsBeyondScreen();
    if (picture.save(file))
        std::printf("%s\n", qPrintable(file));
    else
        problems += u"%1 cannot be written"_s.arg(file);
    return problems;
}

/// \returns whether nothing was wrong
bool takePictures(const Order &order, const QString &company)
{
    bool isRight = true;
    for (const Scene &scene : order.scenes) {
        for (const QString &appearance : {u"light"_s, u"dark"_s}) {
            const QStringList problems = takePicture(scene, appearance, order, company);
            for (const QString &problem : problems)
                std::fprintf(stderr, "%s, %s: %s\n", qPrintable(scene.name), qPrintable(appearance),
                             qPrintable(problem));
            isRight = isRight && problems.isEmpty();
        }
    }
    return isRight;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"trailglass-screenshots"_s);
    QApplication::setCursorFlashTime(0); // a blinking cursor never comes to rest
    QApplication::setWindowIcon(QIcon(u":/icons/trailglass-128.png"_s));
    QTranslator translator;
    if (translator.load(u":/translations/trailglass_en.qm"_s)) // has the plurals
        QCoreApplication::installTranslator(&translator);

    const auto order = orderFrom(application);
    if (!order) {
        std::fprintf(stderr,
                     "usage: trailglass-screenshots [--all] [--size WIDTHxHEIGHT] [--scene NAME]… FOLDER\n");
        return BadUsage;
    }
    QDir().mkpath(order->folder.path());
    // On the count in the status bar, or something looks pointed at.
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomLeft());
    const QTemporaryDir folder;
    const QString company = folder.filePath(u"fjordlight"_s);
    if (!makeCompanyWorkspace(company)) {
        std::fprintf(stderr, "The company's workspace cannot be made.\n");
        return EXIT_FAILURE;
    }
    return takePictures(*order, company) ? EXIT_SUCCESS : EXIT_FAILURE;
}
