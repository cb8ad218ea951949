import { describe, expect, it } from 'vitest';
import { prose, talk } from '../support/talks.ts';

const upload = 'content.upload.failed';
const freight = 'buyer.return.freight';

/** Lines as they stand, without their indentation. */
function text([lines = '']: TemplateStringsArray): string {
  return lines.replace(/^ {6}/gm, '').trim();
}

describe('a conversation, as people read it', () => {
  it('about a video that will not upload, in Chinese', () => {
    const history = talk([
      { text: '视频一直传不上去啊 烦死了', about: upload, sentiment: 'negative' },
      'avi的吧 电脑剪的',
      '导出mp4了 还是不行',
      '大概八百多兆',
      '等一下我看看',
      '就卡在99%那里不动了',
      '好了好了 谢谢',
    ]);

    expect(prose(history)).toBe(text`
      客户：视频一直传不上去啊 烦死了
      小服：这件事给您添堵了，我来帮您看看。
      视频要求先记两条：仅支持 MP4、MOV 格式，单个文件不超过 3GB。我帮您逐项排查。
      您的视频是什么格式？（MP4、MOV 还是别的） 《视频上传、发布失败怎么办》
      客户：avi的吧 电脑剪的
      小服：找到原因了：AVI 不在支持范围内，平台仅支持 MP4、MOV。请用剪辑软件把视频导出为 MP4，再重新上传。 《视频上传、发布失败怎么办》
      客户：导出mp4了 还是不行
      小服：文件有多大？写个约数，例如「800MB」或「2GB」。
      客户：大概八百多兆
      小服：接着看卡在哪一步？回复数字就行：
      1. 进度很慢或不动
      2. 卡在99%
      3. 提示分辨率或转码失败
      4. 闪退、提示空间或权限
      5. 其他
      客户：等一下我看看
      小服：不急，您慢慢看，好了告诉我就行。
      客户：就卡在99%那里不动了
      小服：卡在99%多半是在转码，请再等几分钟；仍不动就先存草稿，再从草稿重新发布。 《视频上传、发布失败怎么办》
      客户：好了好了 谢谢
      小服：好的，解决了就好。之后再遇到问题，随时来这里告诉我。
      → resolved
    `);
  });

  it('about a video that will not upload, in English', () => {
    const history = talk(
      [
        { text: 'my video wont upload, keeps failing at the end', about: upload },
        'what do you mean',
        'dunno, filmed it on my phone',
        'like 4 gigs? 4.2gb it says',
        'cut it in two, still the same',
        'the first one i think',
        'nope no luck',
        'still not working on the computer either',
      ],
      { locale: 'en' },
    );

    expect(prose(history)).toBe(text`
      客户：my video wont upload, keeps failing at the end
      小服：Two rules first: only MP4 and MOV are supported, and a file may have 3 GB at most. Let us find what is wrong.
      Which format is your video: MP4, MOV or something else? 《Video cannot be uploaded or published》
      客户：what do you mean
      小服：The format is the last letters of the file name, such as .mp4, .mov or .avi; phones mostly record MP4 or MOV. If you cannot see it, reply "not sure".
      客户：dunno, filmed it on my phone
      小服：How large is the file, roughly, such as "800 MB" or "2 GB"?
      客户：like 4 gigs? 4.2gb it says
      小服：Found it: the file has about 4.2 GB, more than the 3 GB allowed. Lower the bit rate, or cut it into parts. 《Video cannot be uploaded or published》
      客户：cut it in two, still the same
      小服：Now, where does it stop? A number is enough:
      1. Slow or no progress
      2. Stuck at 99%
      3. Resolution or conversion error
      4. Crash, storage or permission
      5. Something else
      客户：the first one i think
      小服：That is mostly the network: use stable Wi-Fi, switch off proxy and data saver, and keep the app in front with the screen on while it uploads. 《Video cannot be uploaded or published》
      客户：nope no luck
      小服：If the phone keeps failing, take another way: upload the same file on the web creator page on a computer. 《Video cannot be uploaded or published》
      客户：still not working on the computer either
      小服：The usual causes are ruled out; a colleague will look at the upload log. If you can, send the phone model and a screenshot here.
      I am connecting you to a colleague and passing all of this on. 《Video cannot be uploaded or published》
      → support
        诉求 Matter：上传或发布失败（普通） / Upload or publishing fails (normal)
        原因 Why：格式、大小、网络、手机都查过，仍无法上传
        已知 Known：视频格式：不清楚；文件大小：4.2 GB；卡在哪里：进度慢或不动 / format: does not know；size: 4.2 GB；stuck at: slow or no progress
        已试 Tried：《Video cannot be uploaded or published》、压缩或分段、换网络、网页上传
        情绪 Mood：平静（平稳）；语言：英文 / neutral (steady); language: English
        客户：still not working on the computer either
    `);
  });

  it('about the freight of a return, in Chinese', () => {
    const history = talk([
      { text: '退货运费险才赔我8块 我寄回去花了15', about: freight, sentiment: 'angry' },
      '发错颜色了',
      '呃 在哪看',
      '找到了 核定12',
      '没写保额',
    ]);

    expect(prose(history)).toBe(text`
      客户：退货运费险才赔我8块 我寄回去花了15
      小服：钱上的事不清不楚，换谁都会火，这件事我当重点来办。
      我帮您算清楚。先看该谁出：退货是哪种原因？
      1. 质量问题、发错、与描述不符
      2. 不喜欢、拍错、七天无理由
      客户：发错颜色了
      小服：保单上按首重标准核定了多少？在「订单详情 → 运费险 → 保单与理赔进度」里能看到，看不到就回复「不清楚」。
      客户：呃 在哪看
      小服：在「保单与理赔进度」里找核定的金额，写数字就行，例如「10元」；还没有结果就回复「不清楚」。
      客户：找到了 核定12
      小服：保单上写的保额（最高赔多少）是几元？不清楚也没关系。
      客户：没写保额
      小服：帮您算好了：
      补偿额＝首重标准 12 元＝12 元
      自付差额＝实付运费 15 元－补偿额 12 元＝3 元
      商品有问题，这 3 元由商家承担：请在售后单里向商家申请，附运费凭证。
      保险实际赔了 8 元，比应赔的少。我把算好的金额交给售后专员追补，请备好订单号和运费凭证。
      正在为您转接人工，您说的都会一并转过去。 《退货运费谁出，运费险怎么赔、赔多少》
      → after-sales
        诉求：运费与运费险（普通）
        原因：运费险实赔少于应赔
        已知：实付运费：15 元；保险已赔：8 元；退货原因：商品有问题；首重标准：12 元；保额：不清楚
        已试：《退货运费谁出，运费险怎么赔、赔多少》
        情绪：平静（好转，曾愤怒）；语言：中文
        客户：没写保额
    `);
  });

  it('about the freight of a return, in English', () => {
    const history = talk(
      [
        { text: 'paid the courier myself and the insurance gave nothing yet', about: freight },
        "didn't like it",
        'yes there is insurance',
        'fifteen',
        '10 yuan',
        'up to 8',
        'ok thanks',
      ],
      { locale: 'en' },
    );

    expect(prose(history)).toBe(text`
      客户：paid the courier myself and the insurance gave nothing yet
      小服：Let us work it out. First, who should pay: why was it returned?
      1. Faulty, wrong or not as described
      2. Changed mind, no-reason return
      客户：didn't like it
      小服：How much did you pay to send it back?
      客户：yes there is insurance
      小服：See the courier’s receipt or your payment; a number is enough, such as "15 yuan".
      客户：fifteen
      小服：What did the policy assess by the first-weight standard? See order → Freight insurance; reply "not sure" if it is not shown.
      客户：10 yuan
      小服：What limit does the policy state (the most it pays)? "Not sure" is fine too.
      客户：up to 8
      小服：Here is the working:
      payout = the smaller of first-weight standard 10 and limit 8 = 8 yuan
      gap = freight paid 15 − payout 8 = 7 yuan
      With a change of mind these 7 yuan are usually the buyer’s, unless the page said "Free returns".
      The policy’s figures count; if less arrives, or the shop does not pay, come back to me. 《Return freight: who pays, and what the insurance pays》
      客户：ok thanks
      小服：You are welcome. Whenever you need something, just write here.
      → resolved
    `);
  });
});
