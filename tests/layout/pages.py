"""Pages written for these tests: invented outlets, people and events, in the dress that real sites wear."""

from __future__ import annotations

from reportedly.documents import Document
from reportedly.layout import paragraphs


def document(text: str, **known: str) -> Document:
    return Document(file="page.txt", text=text, digest="0" * 64, reader="test", reader_version="1", **known)


def kinds(text: str) -> dict[str, str]:
    """The first words of each paragraph -> the kind of its zone."""
    return {text[p.start : p.end][:24]: p.kind for p in paragraphs(document(text))}


WEEKLY = """BALTIC DEFENCE COURIER
Land  |  Sea  |  Air  |  Procurement  |  Log in

Estonia hands over howitzers to Moldova

Our correspondent in Tallinn
Published: 03.05.2019 17:20 | Updated: 04.05.2019 09:11

A gun crew trains near Tapa, April 2019. (Courtesy photo/Defence Forces)

TALLINN — Estonia has handed over nine towed howitzers to Moldova, two officials said on Friday.

The guns were made in East Germany.

What comes next

Moldova has asked for ammunition as well: some 2,000 rounds, to be made up of:

- 1,200 high-explosive shells
- 800 smoke shells

BDC COMMENT: Who pays has not been said.

Sign up for our Friday newsletter and never miss a story.
Read more: Latvia buys new boots
Comments (3)
gunner_41: my uncle drove these in 1989, they leaked oil.
Maria K. says they were sold to Libya too.
© 2014–2019 Baltic Defence Courier OÜ. All rights reserved.
При копировании материалов активная гиперссылка обязательна.
"""

JAPANESE = """北海防衛新聞 電子版
ホーム|政治|国際|防衛|ログイン

ノルウェー、フィンランドに砲弾供与へ
公開日:2018年11月2日 更新日:2018年11月3日
文=山田一郎

【オスロ支局】ノルウェー国防省は1日、フィンランドに155ミリ砲弾5000発を供与すると発表した。

国防相は「隣国を助けるのは当然だ」と述べた。

写真はノルウェー軍の榴弾砲(ノルウェー国防省提供)
関連記事
フィンランド、新型戦車を公開
シェア ツイート
© 北海防衛新聞社 無断転載を禁じます
"""

RUSSIAN = """Волжский обозреватель
Главная / Новости / Оборона

Казахстан получил четыре вертолёта

Опубликовано 07.08.2018 12:40, обновлено 08.08.2018

АСТАНА, 7 августа. /Степные новости/. Казахстан получил от России четыре вертолёта, сообщили в министерстве.

Контракт подписали в 2016 году. Сумма не называется.

Фото: Минобороны Казахстана
Читайте также:
Урожай пшеницы превысил прогноз
Подпишитесь на наш Telegram-канал
Комментарии (2)
Вася: давно пора, старые уже не летают совсем.
© 2018 ООО «Волжский обозреватель». Все права защищены. 16+
"""

UKRAINIAN = """Степовий кур'єр | Новини | Оборона | Про нас
Румунія передала Молдові бронемашини
12 травня 2020, 14:30   Автор: Олена Степова

Румунія безоплатно передала Молдові двадцять бронемашин, повідомило міністерство оборони.

Машини виготовлено в Румунії. Навчання екіпажів почнеться в червні.

Читайте також: Як обрати кавун
© Степовий кур'єр, 2020. Передрук лише з дозволу редакції.
"""

SPANISH = """El Faro del Istmo
Portada | Mundo | Política | Deportes

Nicaragua recibe tanques rusos

Redacción
Publicado el 9 de mayo de 2016

MANAGUA (EFE).- El Gobierno de Nicaragua recibió una primera entrega de 20 tanques, según fuentes militares.

Lea también: La lluvia llega al Pacífico
Todos los derechos reservados. Prohibida su reproducción.
"""

FRENCH = """La Dépêche du Sahel
Accueil | Politique | Économie | Sport

Le Tchad reçoit des blindés

Publié le 3 février 2019 à 14h05 - Mis à jour le 4 février 2019

Le Tchad a reçu dix véhicules blindés livrés par les Émirats arabes unis, a annoncé le ministère.

Lire aussi : Les mangues arrivent
© La Dépêche du Sahel 2019. Tous droits réservés.
"""

GERMAN = """Alpenländischer Bote
Startseite | Politik | Wirtschaft | Sport | Anmelden

Kroatien bekommt Panzerhaubitzen

Von unserem Korrespondenten
Veröffentlicht am 12.11.2015

Kroatien hat die ersten Panzerhaubitzen aus Deutschland erhalten, wie das Verteidigungsministerium mitteilte.

Foto: Bundeswehr/Archiv
Mehr zum Thema
Käsepreise steigen weiter
Alle Rechte vorbehalten. Impressum
"""

ARABIC = """صحيفة البحر الأحمر
الرئيسية | أخبار | رياضة | اقتصاد

السودان يتسلم طائرات مسيرة

نشر في 14 مارس 2021

تسلم السودان ثلاث طائرات مسيرة من تركيا بحسب ما قال مسؤول في وزارة الدفاع.

اقرأ أيضا: أسعار السكر ترتفع
جميع الحقوق محفوظة © 2021 صحيفة البحر الأحمر
"""

ALL = {
    "en": WEEKLY, "ja": JAPANESE, "ru": RUSSIAN, "uk": UKRAINIAN,
    "es": SPANISH, "fr": FRENCH, "de": GERMAN, "ar": ARABIC,
}  # fmt: skip
